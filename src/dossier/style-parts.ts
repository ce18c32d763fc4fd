/** Style of the parts: figures, signs, tags, tables and their cards, charts, claims, marked text. */
import { STANCES } from '../record/stance.ts';

/** Style of the signs of stances, in drawings and in text. */
export const SIGN_STYLE = [...STANCES, 'stop']
  .map(
    (name) =>
      `.st.${name},.back.${name}{color:var(--${name})}.sh.${name} .full,.sh.${name} .sign{fill:var(--${name})}.sh.${name} .hollow{fill:var(--paper);stroke:var(--${name})}.sh.${name} .stroke{fill:none;stroke:var(--${name})}.position.${name}{border-top-color:var(--${name})}`,
  )
  .join('\n');

const FIGURES = `.narrow-only{display:none!important}
.figures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));border-top:2px solid var(--ink)}
.figures.of-1{grid-template-columns:minmax(0,26rem)}.figures.of-2{grid-template-columns:repeat(2,minmax(0,1fr))}.figures.of-4{grid-template-columns:repeat(4,minmax(0,1fr))}.figures.of-4 .fig,.figures.of-4 .fig:nth-of-type(3n+1){padding-inline:var(--s4);border-left:1px solid var(--rule)}.figures.of-4 .fig:first-of-type{padding-left:0;border-left:0}.figures.of-4 .n{font-size:2.75rem}.figures.of-4 .n small{font-size:var(--t-2)}
.figures.one{grid-template-columns:minmax(0,26rem)}
.fig{padding:var(--s4) var(--s5) var(--s5);border-left:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.fig:nth-of-type(3n+1){padding-left:0;border-left:0}
.figures.one .fig{border-bottom:0}
.fig h3{margin:0}.fig .n{display:block;font:600 var(--t-6)/1 var(--serif);letter-spacing:-.02em}
.fig .n small{font-size:var(--t-3);font-weight:400;color:var(--ink-2);letter-spacing:0}
.fig .w{display:block;font:600 var(--t-1)/1.4 var(--sans);margin-top:var(--s1)}.fig .w a{color:var(--ink);text-decoration-color:var(--rule)}
.fig .w a:hover{text-decoration-color:currentColor}
.fig p{margin:0 0 var(--s2);font-size:var(--t-0);color:var(--ink-2)}
.about+.about::before{content:" "}.scope{min-height:1.5em}
.range{display:block;margin:var(--s2) 0 var(--s3);width:100%;max-width:20rem;height:auto}
.panel svg .halo{stroke:var(--sheet)}
.range .axis{stroke:var(--rule)}.range .band{fill:var(--alleges);opacity:.35}.range .dot{fill:var(--alleges)}
.range .end{stroke:var(--alleges);stroke-width:3}.range .open{stroke:var(--alleges);stroke-width:3;stroke-dasharray:1 6;stroke-linecap:round}.range .arrow{fill:none;stroke:var(--alleges);stroke-width:2}
.tag{display:inline-block;border:1px solid currentColor;border-radius:2px;padding:0 6px;font-size:.75rem;line-height:1.125rem;white-space:nowrap;color:var(--ink-2)}
.tag i{font-style:normal}.tag.warn{color:var(--warn)}.tag.good{color:var(--confirms)}.tag.denies{color:var(--denies)}.tag.disputes{color:var(--disputes)}.tag.declines{color:var(--declines)}.tag.silent{color:var(--silent)}
.tag.dashed{border-style:dashed;color:var(--warn)}
sup{line-height:0}.fn{text-decoration:none;font-size:.6875rem;padding:2px 3px}.fn:hover{text-decoration:underline}.more{font-size:var(--t-0);white-space:nowrap}`;

const TABLES = `table{border-collapse:collapse;width:100%}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
thead th{font-weight:600;text-align:left;font-size:var(--t-0);color:var(--ink-2);border-bottom:1px solid var(--ink);padding:var(--s2) var(--s3) var(--s2) 0;vertical-align:bottom}
tbody th,td{text-align:left;font-weight:400;border-bottom:1px solid var(--rule);padding:var(--s3) var(--s3) var(--s3) 0;vertical-align:top}
.matrix tbody th,.propositions tbody th{min-width:13rem;max-width:22rem}
.prop{font:var(--t-2)/1.4 var(--serif);color:var(--ink);text-decoration-color:var(--rule)}.prop:hover{text-decoration-color:currentColor}
.matrix td{font-size:var(--t-0);min-width:6rem}.plain td,.plain th,.responses td,.responses th,.propositions td{font-size:var(--t-0)}
.plain.narrow{max-width:34rem}
.st{white-space:nowrap;font-size:var(--t-0)}.st i{font-style:normal;display:inline-block;width:1.25em}
.cell{text-decoration:none;color:inherit}.cell:hover .st,.cell:focus .st{text-decoration:underline}
q{quotes:"“" "”" "‘" "’"}.q{display:block;color:var(--ink-2);font:var(--t-0)/1.45 var(--serif);max-width:34ch;margin-top:2px}
.told.proposed{border-inline-start:2px dashed var(--warn);padding-inline-start:var(--s2)}.told{position:relative}section.frame{margin-top:var(--s7)}.matrix td:nth-last-child(2){min-width:9rem}.told+.told{margin-top:var(--s3)}.q.in-support{border-inline-start:2px solid var(--rule);padding-inline-start:var(--s2);margin-top:var(--s1)}.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.cell{position:relative}.cell.proposed{border:1px dashed var(--warn);border-radius:2px;padding:0 4px;display:inline-block}.cell.whole{border-color:transparent;color:var(--ink-2)}.matrix-key{font-size:var(--t-0);color:var(--ink-2);margin:var(--s2) 0}.on-paper{display:none}
.was,.who-small,.other{display:block;font-size:.75rem;color:var(--ink-2)}.other{margin-bottom:4px}
.by{font-size:.75rem;color:var(--ink-2)}.responses .q{max-width:46ch}.count{white-space:nowrap}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:var(--s2) var(--s4);font-size:var(--t-0);color:var(--ink-2);margin:var(--s3) 0 0;padding:0}
@media screen and (max-width:760px){.wide-only{display:none!important}.narrow-only{display:block!important}svg.origins{max-width:none}.cards td>.tag,.cards td>.cell{justify-self:start}.figures,.figures.of-2,.figures.of-4{grid-template-columns:minmax(0,1fr)}.fig,.fig:nth-of-type(3n+1),.figures.of-4 .fig,.figures.of-4 .fig:nth-of-type(3n+1){padding:var(--s4) 0;border-left:0}
.cards,.cards tbody,.cards tr,.cards th,.cards td{display:block;max-width:none;min-width:0}.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{border-top:2px solid var(--ink);padding:var(--s3) 0;margin-bottom:var(--s4)}.cards tbody th{border:0;padding:0 0 var(--s2)}
.cards td{display:grid;grid-template-columns:minmax(0,8.5rem) minmax(0,1fr);column-gap:var(--s3);border-bottom:1px solid var(--rule-2);padding:var(--s2) 0}.cards td>*{grid-column:2}
.cards td::before{content:attr(data-label);grid-column:1;grid-row:1/span 9;color:var(--ink-2);font-size:.75rem}.cards td.empty{display:none}.st{white-space:normal}}`;

/** Style of a toll's drawing, shared with the chart as a file of its own. */
export const CHART_STYLE = `svg text{font-family:var(--sans);font-size:11px;fill:var(--ink-2)}svg text.strong{fill:var(--ink);font-weight:600}svg text.small,svg text.note{font-size:10px}
svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}.axis{stroke:var(--ink-3)}.grid{stroke:var(--rule-2)}.tick{stroke:var(--ink-3)}.lane{stroke:var(--rule);stroke-dasharray:2 3}
.toll .span{fill:var(--alleges);opacity:.14}.toll .best{fill:none;stroke:var(--alleges);stroke-width:2.5}.toll .low{fill:none;stroke:var(--alleges);stroke-width:1.5;stroke-dasharray:6 3}.toll .high{fill:none;stroke:var(--alleges);stroke-width:1.5;stroke-dasharray:1.5 3}.toll .unbounded{fill:none;stroke:var(--alleges);stroke-width:1;opacity:.45}
.sh .hollow,.sh .stroke{stroke-width:2}.toll .sh .full,.toll .sh .stroke{paint-order:stroke}.toll .sh .full{stroke:var(--paper);stroke-width:1.5}.sh .ring,.key-ring{fill:none;stroke:var(--warn);stroke-dasharray:2 2}.sh .sign{font-size:15px;font-weight:700}.left-out .sh>*{transform:scale(.62)}.left-out{opacity:.75}`;

const CHARTS = `.two{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:var(--s6);margin-bottom:var(--s6)}.two h3{margin-top:0}
.panel{background:var(--sheet);border:1px solid var(--rule);border-radius:var(--radius);padding:var(--s4);font-size:var(--t-0);align-self:start}
.panel p{margin:var(--s2) 0}.panel ul{padding-left:1.2em;margin:var(--s2) 0}
figure{margin:0}figcaption{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4);font-size:var(--t-0);color:var(--ink-2)}
svg.toll,svg.origins{display:block;height:auto}svg.toll{width:100%;max-width:54rem}svg.origins{max-width:100%}
.back.proposed{border:1px dashed var(--warn);border-radius:2px}
.key::before{content:"";display:inline-block;width:22px;margin-right:6px;vertical-align:middle;border-top:2.5px solid var(--alleges)}.key.low::before{border-top:1.5px dashed var(--alleges)}.key.high::before{border-top:1.5px dotted var(--alleges)}.key.span::before{height:10px;border:0;background:var(--alleges);opacity:.25}.key.unbounded::before{height:10px;border:0;background:repeating-linear-gradient(135deg,var(--alleges) 0 1px,transparent 1px 5px);opacity:.6}.chart .signs{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s3);flex-basis:100%}
.drawn{overflow-x:auto}.origins .edge{stroke:var(--ink-2)}.origins .tip{fill:var(--ink-2)}.origins .node{fill:var(--sheet);stroke:var(--ink)}.origins text.name,.origins text.strong{font-size:12px;fill:var(--ink)}.origins .fold{font-size:11px}
details{margin:var(--s3) 0}summary{cursor:pointer;color:var(--accent);font-size:var(--t-0)}
.toll-note{font-size:var(--t-0)}`;

/** Style of a map's drawing, on a page and alone. */
export const MAP_STYLE = `.map .water{fill:var(--sheet)}.map .land{fill:var(--rule-2)}.map .borders{fill:none;stroke:var(--rule);stroke-width:1}.map .hatch{stroke:var(--alleges);stroke-width:1.2}.map .area{fill:none;stroke:var(--alleges);stroke-width:1.5;stroke-dasharray:5 3}.map .area-fill{opacity:.7}.map .ring{fill:none;stroke:var(--alleges);stroke-width:1;stroke-dasharray:2 2}.map .dot{fill:var(--alleges);stroke:var(--paper);stroke-width:1.5}.map .mark:hover .area,.map .mark:focus .area{stroke-width:3}.map text.place-name{font-size:12px;fill:var(--ink)}.map .scale{fill:none;stroke:var(--ink-3)}`;

const MAPS = `.place-map{margin:var(--s4) 0}.place-map.wide svg{width:100%;height:auto}.place-map.small{max-width:32rem}.place-map.small svg{width:100%;height:auto}
${MAP_STYLE}
.map-sign::before{content:"";display:inline-block;width:9px;height:9px;border-radius:50%;background:var(--alleges);margin-right:6px;vertical-align:middle}.map-sign.area-sign::before{width:16px;height:10px;border-radius:0;background:repeating-linear-gradient(45deg,var(--alleges) 0 1.2px,transparent 1.2px 6px);outline:1px dashed var(--alleges)}.map-missing,.map-source{flex-basis:100%}
.head.with-map{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,32rem);gap:var(--s6)}.head.with-map .place-map{margin:0}
#search-box{width:100%;max-width:36rem;font:var(--t-2)/1.4 var(--sans);padding:var(--s2) var(--s3);color:var(--ink);background:var(--sheet);border:1px solid var(--ink-3);border-radius:var(--radius)}#search-with section{margin:var(--s5) 0}.found{list-style:none;padding:0}.found li{margin-bottom:var(--s2)}.head.with-map{align-items:start}
.incidents{padding-left:1.4em;margin:var(--s4) 0}.incidents>li{margin-bottom:var(--s4);font-size:var(--t-0)}.via{color:var(--ink-2)}.said-list>li{margin-bottom:var(--s2)}
@media screen and (max-width:760px){.head.with-map{grid-template-columns:minmax(0,1fr)}}`;

const WORDS = `.facts{display:grid;gap:0;margin:var(--s4) 0;max-width:52rem}.facts>div{display:grid;grid-template-columns:minmax(0,12rem) minmax(0,1fr);gap:var(--s3);border-bottom:1px solid var(--rule-2);padding:var(--s1) 0}.facts dt{color:var(--ink-2);font-size:var(--t-0)}.facts dd{margin:0;overflow-wrap:anywhere}.facts.bytes{font-size:var(--t-0);margin-top:var(--s5)}
.head.with-figure{display:grid;grid-template-columns:minmax(0,26rem) minmax(0,1fr);gap:var(--s6);border-top:2px solid var(--ink);margin-top:var(--s4)}.head .figures{border-top:0}.head section{margin:var(--s4) 0}.head .facts>div{grid-template-columns:minmax(0,9rem) minmax(0,1fr)}
.because{font:var(--t-2)/1.5 var(--serif);max-width:var(--measure);margin:var(--s2) 0}
.positions{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:var(--s4) var(--s5)}.position{border-top:3px solid var(--rule);padding-top:var(--s2)}.position h3{margin:0;font-size:var(--t-1)}.position h3 a{color:var(--ink)}.position .now{margin:0}.position ol{list-style:none;margin:var(--s1) 0 0;padding:0;font-size:var(--t-0)}.position li{margin-bottom:var(--s2)}.position .note{margin:var(--s1) 0}
.words{color:inherit;text-decoration-color:var(--accent)}.words q{font-family:var(--serif)}
.long>li,.long>.actor{content-visibility:auto;contain-intrinsic-size:auto 10rem}
.claims{list-style:none;padding:0;margin:0}.claim{border-top:1px solid var(--rule);padding:var(--s3) 0 var(--s4)}.rejected{border-inline-start:3px solid var(--warn);padding-inline-start:var(--s3)}.claim.proposed{border-left:3px dashed var(--warn);padding-left:var(--s4)}.claim p{margin:0 0 var(--s1)}.no{display:inline-block;min-width:1.8em;color:var(--ink-3);font-size:var(--t-0)}.claim .line .qty{font:600 var(--t-2)/1.3 var(--serif);margin-left:var(--s3)}.wording,.from,.further{font-size:var(--t-0);color:var(--ink-2)}.claim .said{font-size:var(--t-0);margin-left:var(--s3)}.claim blockquote{margin:var(--s2) 0;padding-left:var(--s4);border-left:2px solid var(--rule);font:var(--t-2)/1.5 var(--serif);max-width:var(--measure)}
.chain .then{color:var(--ink-2)}.cue-words{font-family:var(--serif)}.unnamed{color:var(--ink-2)}
:target{scroll-margin-top:var(--s5)}li:target,section:target,.actor:target{outline:3px solid var(--accent);outline-offset:6px;border-radius:2px}.anchor:target{display:inline-block;width:.5em;height:.9em;background:var(--accent);margin-right:3px;vertical-align:-1px}.anchor:target+.m{outline:3px solid var(--accent);outline-offset:2px}
.src{columns:2;column-gap:var(--s6);font-size:var(--t-0);padding-left:2.2em;color:var(--ink-2)}.src li{break-inside:avoid;margin-bottom:var(--s2)}.src b{color:var(--ink);font-weight:600}
.flats{list-style:none;padding:0}.flat{max-width:var(--measure)}.taken .on{display:block;color:var(--ink-2)}.taken .words q{font-size:var(--t-1)}.parts{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s4);font-size:var(--t-0);margin:var(--s4) 0}.parts ol{list-style:none;display:flex;flex-wrap:wrap;gap:var(--s1) var(--s3);margin:0;padding:0}
.footnotes,.taken{font-size:var(--t-0);padding-left:2.4em}.footnotes li,.taken li{margin-bottom:var(--s2)}.src-of{color:var(--ink-2)}
.timeline{list-style:none;padding:0;margin:0}.timeline>li{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:var(--s4);border-top:1px solid var(--rule);padding:var(--s3) 0}.timeline .day{margin:0;font-size:var(--t-1)}.timeline ul{list-style:none;margin:0;padding:0;font-size:var(--t-0)}.timeline ul li{margin-bottom:var(--s3)}.timeline .proposed,.said-list .proposed{border-left:2px dashed var(--warn);padding-left:var(--s2)}.about-link{font:var(--t-1)/1.4 var(--serif);color:var(--ink);text-decoration-color:var(--rule)}
.actor{border-top:1px solid var(--rule);padding-top:var(--s3);margin:var(--s5) 0}.actor p{margin:0 0 var(--s1);font-size:var(--t-0)}.said-list{margin:var(--s2) 0;padding-left:0;list-style:none;font-size:var(--t-0)}.said-list li{margin-bottom:var(--s1)}
.copy{background:var(--sheet);border:1px solid var(--rule);border-radius:var(--radius);padding:var(--s5) var(--s6);font:1.125rem/1.75 var(--serif)}.copy p{margin:0 0 1em;white-space:pre-wrap;overflow-wrap:anywhere}
.m.content{background:var(--content)}.m.evidence{background:var(--content);border-inline-start:2px solid var(--ink-3)}.m.speaker{text-decoration:underline solid 2px var(--alleges);text-underline-offset:4px}.m.cue{text-decoration:underline dotted 2px var(--asks);text-underline-offset:4px}.m.speaker.cue{text-decoration:underline double 2px var(--alleges)}.m.quantity{outline:1.5px solid var(--ink);outline-offset:-1px;padding:0 3px}
.markkey .m{padding:1px 4px;color:var(--ink)}.back{unicode-bidi:isolate;display:inline-block;min-width:1.25rem;text-align:center;font:700 .75rem/1.25rem var(--sans);text-decoration:none;vertical-align:.35em;margin:-.5em 0}.back.silent{font-size:1.25rem}.back:hover{text-decoration:underline}.taken .back{vertical-align:baseline}
@media (max-width:760px){.head.with-figure,.two,.facts>div,.timeline>li{grid-template-columns:minmax(0,1fr)}.facts>div,.timeline>li{gap:0}.src{columns:1}.copy{padding:var(--s4);font-size:1.0625rem}}`;

export const PARTS_STYLE = [SIGN_STYLE, FIGURES, TABLES, CHART_STYLE, CHARTS, MAPS, WORDS].join('\n');
