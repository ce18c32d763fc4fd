/**
 * The program that sets a printed dossier, for Typst 0.14. It reads the data beside it and puts every word of it down as text; it has
 * no word of the record in itself, imports no package, and opens no file but those handed in.
 */
import { LIGHT } from '../style-tokens.ts';

const COLOURS = Object.entries(LIGHT)
  .map(([name, value]) => `  "${name}": rgb("${value}"),`)
  .join('\n');

/** Where the template finds its data. */
export const PAPER_DATA = 'dossier.json';

export const PAPER_TEMPLATE = `#let d = json("${PAPER_DATA}")
#let colour = (
${COLOURS}
)
#let ink2 = colour.at("ink-2")
// The words of the program, in the language of the dossier.
#let w(key) = d.words.at(key, default: key)
#set document(title: d.title, date: datetime(year: d.day.year, month: d.day.month, day: d.day.day))
#set text(font: ("Source Serif 4", "Noto Naskh Arabic"), size: 10pt, lang: d.lang, fill: colour.ink, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em)
#let sans(size: 8.5pt, weight: 400, fill: ink2, body) = text(font: ("Inter", "Noto Naskh Arabic"), size: size, weight: weight, fill: fill, body)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 22mm, bottom: 24mm),
  header: context if counter(page).get().first() > 1 { sans(size: 7.5pt)[#d.title #h(1fr) #if d.banner != none [#w("not reviewed in full")]] },
  footer: context sans(size: 7.5pt)[#d.facts.at(2).at(1).slice(0, calc.min(16, d.facts.at(2).at(1).len())) #h(1fr) #counter(page).display("1 / 1", both: true)],
)
#show heading.where(level: 1): it => block(above: 1.8em, below: 0.9em, text(size: 15pt, weight: 600, it.body))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.6em, sticky: true, text(size: 11.5pt, weight: 600, it.body))
#set footnote.entry(gap: 0.4em, separator: line(length: 22%, stroke: 0.4pt + colour.rule))
#show footnote.entry: set text(size: 7.8pt)
#set table(stroke: (x, y) => (bottom: 0.4pt + if y == 0 { colour.ink } else { colour.rule }), inset: (x: 4pt, y: 4pt))
#show table.cell.where(y: 0): set text(weight: 600)
#set list(marker: none, indent: 0pt)

#let shapes = (
  alleges: c => circle(radius: 2.3pt, fill: c),
  confirms: c => polygon(fill: c, (0pt, 4.6pt), (2.4pt, 0pt), (4.8pt, 4.6pt)),
  denies: c => polygon(stroke: 0.9pt + c, (0pt, 2.6pt), (2.6pt, 0pt), (5.2pt, 2.6pt), (2.6pt, 5.2pt)),
  disputes: c => box(width: 4.6pt, height: 4.6pt)[#place(circle(radius: 2.3pt, stroke: 0.8pt + c))#place(box(width: 2.3pt, height: 4.6pt, clip: true, circle(radius: 2.3pt, fill: c)))],
  declines: c => rect(width: 4.4pt, height: 4.4pt, stroke: 0.9pt + c),
  silent: c => circle(radius: 0.9pt, fill: c),
  asks: c => text(size: 8pt, weight: 600, fill: c)[?],
  undertakes: c => line(length: 5pt, stroke: 1pt + c),
)
#let stance(s) = {
  let c = colour.at(s)
  [#box(width: 7.5pt, pdf.artifact(shapes.at(s)(c)))#sans(weight: 600, fill: c, w(s))]
}
#let note(c) = [#stance(c.stance) #c.who: “#emph(c.words)” #sans(size: 7pt)[#c.source, #c.day#if c.unreviewed [, #w("not reviewed")]#if c.url != none [. #link(c.url)]]]
#let marks(ns) = for (i, n) in ns.enumerate() {
  if i > 0 { super(",") }
  if n.first [#footnote(note(d.claims.at(n.claim)))#label(n.claim)] else { footnote(label(n.claim)) }
}
#let tags(ts) = sans(size: 8pt)[#ts.join(" · ")]
#let range(b) = {
  let w = 120pt
  let top = if b.high != none { b.high } else { b.at("openFrom", default: none) }
  let known = (b.low, b.best, top).filter(v => v != none)
  if known.len() > 0 {
    let most = calc.max(1, ..known)
    let x(v) = v / most * w * (if b.high != none { 0.8 } else { 0.55 })
    let from = if b.low != none { b.low } else { b.best }
    pdf.artifact(box(width: w, height: 9pt)[
      #place(dy: 4pt, line(length: w, stroke: 0.5pt + colour.rule))
      #if from != none and top != none and top > from { place(dx: x(from), dy: 2.5pt, rect(width: x(top) - x(from), height: 3pt, fill: colour.alleges.lighten(60%))) }
      #if b.high == none and from != none { place(dx: x(if top != none { top } else { from }), dy: 4pt, line(length: w - x(if top != none { top } else { from }), stroke: (paint: colour.alleges, thickness: 1.2pt, dash: "dotted"))) }
      #for v in (b.low, top).filter(v => v != none) { place(dx: x(v), dy: 1pt, line(angle: 90deg, length: 6pt, stroke: 1.2pt + colour.alleges)) }
      #if b.best != none { place(dx: x(b.best) - 2.2pt, dy: 1.8pt, circle(radius: 2.2pt, fill: colour.alleges)) }
    ])
  }
}

#block(above: 0pt, below: 0.4em, line(length: 100%, stroke: 2.4pt + colour.ink))
#show title: set text(size: 24pt, weight: 600)
#title()
#text(size: 11.5pt, fill: ink2)[#w("What has been claimed, by whom, and on whose knowledge it rests. A figure here is never a verdict: it is the sum of what independent origins say, with every denial beside it.")]
#if d.banner != none { block(fill: colour.at("warn-soft"), inset: 6pt, width: 100%, sans(fill: colour.ink, weight: 600, d.banner)) }
#block(above: 1em, stroke: (top: 0.4pt + colour.rule, bottom: 0.4pt + colour.rule), inset: (y: 5pt), width: 100%)[
  #for (name, value) in d.facts [#sans(size: 7.8pt)[#name: #text(fill: colour.ink, value)#h(1.2em)]]
]

#if d.figures.len() > 0 [
= #w("Figures")
#grid(
  columns: (1fr, 1fr),
  column-gutter: 18pt,
  row-gutter: 16pt,
  ..d.figures.map(f => block(breakable: false)[
    #text(size: 26pt, weight: 600)[#for p in f.number [#if p.big { p.text } else { text(size: 12pt, weight: 400, fill: ink2, p.text) } ]]
    #linebreak()#sans(size: 9.5pt, weight: 600, fill: colour.ink, f.measure) #sans(f.about)#marks(f.notes)
    #linebreak()#range(f.bounds)
    #linebreak()#tags(f.tags)
    #linebreak()#sans(f.told)
  ]),
)
]

#if d.drawings.tolls.len() > 0 [
#block(sticky: true)[
= #w("The toll, as it became known")
#w("Steps: low, best and high over independent origins. Signs: single claims. Reported only; nothing here estimates what nobody reported.")
]
#for p in d.propositions { if p.id in d.drawings.tolls { figure(image(d.drawings.tolls.at(p.id).file, alt: d.drawings.tolls.at(p.id).alt, width: 86%)) } }
]

#if d.drawings.map != none [
= #w("Where it is said to have happened")
#figure(image(d.drawings.map.file, alt: d.drawings.map.alt, width: 100%))
#sans(size: 7.5pt)[#w("Places that a person put on record; an area where only an area is known. Shapes: Natural Earth, public domain. Borders as published there; they take no side.")]
]

= #w("Propositions")
#for p in d.propositions [
== #p.text
#if p.number != none [#text(weight: 600, p.number) #h(0.6em)]#tags(p.tags)

#sans[#p.origins. #text(lang: "en", p.because)]
#if p.obtain != none [#sans[#w("To obtain:") #p.obtain.]]
#if p.voices.len() > 0 { list(..p.voices.map(v => [#stance(v.stance) #v.who #sans(v.told)#marks(v.notes)])) }
#if p.furtherVoices != none { sans(p.furtherVoices) }
#if p.rules.len() > 0 {
  sans(fill: colour.ink, table(
    columns: (auto, auto, auto, auto),
    table.header(..("Rule", "Low", "Best", "High").map(k => [#w(k)])),
    ..p.rules.flatten(),
  ))
}
]
#if d.further != none { sans(d.further) }

#if d.answers.len() > 0 [
= #w("What states answered")
#w("Declining to speak, refusing and staying silent are three different answers.")
#sans(fill: colour.ink, table(
  columns: (1.4fr, 1.2fr, 1fr, 0.8fr, 1.1fr),
  table.header(..("Who", "Asked for", "Answer", "People", "Day").map(k => [#w(k)])),
  ..d.answers.map(a => ([#a.who#marks(a.notes)], a.measure, a.answer, a.people, a.day)).flatten(),
))
]

#if d.counts.len() > 0 [
= #w("Counts from cases")
#w("Numbers from the work with people at risk. They are no claims of a source, and nothing here adds them to a toll.")
#for c in d.counts [
== #c.caption
#sans[#c.lead]
#sans(fill: colour.ink, table(
  columns: c.columns.len(),
  table.header(..c.columns.map(x => [#x])),
  ..c.cells.flatten().map(x => [#x]),
))
#sans[#c.rule]
]
]

= #w("Sources")
#sans(fill: colour.ink, enum(..d.sources.map(s => [#s.lead: #emph(s.title)#if s.url != none [ #link(s.url)]])))
#if d.furtherSources != none { sans(d.furtherSources) }

= #w("How we count")
#set text(lang: "en")
#for m in d.method [
== #m.title
#for l in m.lines [#l

]
]
`;
