/** Style of the frame: page, headings, way, banner, footer. */

export const PAGE_STYLE = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:var(--s5)}
body{margin:0;background:var(--paper);color:var(--ink);font:var(--t-1)/1.55 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
.frame{max-width:1080px;margin:0 auto;padding:0 var(--s5)}
.reading .frame{max-width:800px}.reading .banner.banner{padding-inline:max(var(--s5),calc((100% - 800px)/2 + var(--s5)))}
a{color:var(--accent);text-underline-offset:3px;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:-999rem;background:var(--ink);color:var(--paper);padding:var(--s2) var(--s4);z-index:2}
.skip:focus{left:var(--s4);top:var(--s2)}
.top{border-top:6px solid var(--ink);padding-top:var(--s3)}
.top .frame{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s5);align-items:baseline;justify-content:space-between;padding-bottom:var(--s3);position:relative}
.top .frame::after{content:"";position:absolute;left:var(--s5);right:var(--s5);bottom:0;border-bottom:1px solid var(--rule)}
.home{font:600 var(--t-1)/1.3 var(--serif);color:var(--ink);text-decoration:none}
.home:hover{text-decoration:underline}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4);margin:0;padding:0;font-size:var(--t-0)}
nav a{color:var(--ink-2);text-decoration:none;padding:2px 0;display:inline-block}
nav a:hover{text-decoration:underline}
nav a[aria-current]{color:var(--ink);font-weight:600;border-bottom:2px solid var(--ink)}
.banner,.banner:first-of-type{margin:0;background:var(--warn-soft);color:var(--ink);border-block:1px solid var(--warn);padding:var(--s2) max(var(--s5),calc((100% - 1080px)/2 + var(--s5)));font-size:var(--t-0)}
.kicker{font-size:var(--t-0);letter-spacing:.08em;text-transform:uppercase;color:var(--ink-2);margin:var(--s6) 0 0}
h1{font:600 var(--t-5)/1.12 var(--serif);margin:var(--s2) 0 var(--s3);max-width:24ch;letter-spacing:-.01em;text-wrap:balance}
.reading h1{font-size:2.125rem;max-width:30ch}
.lede{font:var(--t-2)/1.55 var(--serif);max-width:var(--measure);color:var(--ink-2);margin:0 0 var(--s5)}
.bar{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s5);border-block:1px solid var(--rule);padding:var(--s2) 0;font-size:var(--t-0);color:var(--ink-2)}
.bar b{color:var(--ink);font-weight:600}
section{margin:var(--s7) 0}
h2{font:600 var(--t-3)/1.25 var(--serif);margin:0 0 var(--s2)}
h3{font:600 var(--t-2)/1.35 var(--serif);margin:var(--s5) 0 var(--s2)}
h2.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.note{color:var(--ink-2);font-size:var(--t-0);max-width:var(--measure);margin:0 0 var(--s4)}
.none{color:var(--ink-2);font:var(--t-2)/1.5 var(--serif);border-left:3px solid var(--rule);padding-left:var(--s4)}
.unknown,.kind,.said,.mention{color:var(--ink-2)}
.num{font-weight:600;font-variant-numeric:tabular-nums}
small{font-size:.8em;color:var(--ink-2)}
footer{border-top:1px solid var(--rule);margin-top:var(--s8);padding:var(--s5) 0 var(--s7);font-size:var(--t-0);color:var(--ink-2)}
footer p{margin:0 0 var(--s2)}
.proof{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s5);margin:0 0 var(--s2)}
.proof div{min-width:0}.proof dt{display:inline}.proof dt::after{content:": "}.proof dd{display:inline;margin:0;color:var(--ink)}
.hash{font-family:var(--mono);font-size:.75rem;overflow-wrap:anywhere}
pre{background:var(--sheet);border:1px solid var(--rule);border-radius:var(--radius);padding:var(--s3) var(--s4);overflow-x:auto;font:var(--t-0)/1.5 var(--mono)}
code{font-family:var(--mono)}
@media (max-width:760px){.frame{padding:0 var(--s4)}h1,.reading h1{font-size:var(--t-4)}.top .frame::after{left:var(--s4);right:var(--s4)}section{margin:var(--s6) 0}}`;
