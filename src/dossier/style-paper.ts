/** Style on paper: light, whole, with the address of the words spelled out by footnotes instead of links. */

export const PAPER_STYLE = `@media print{@page{margin:18mm 16mm}
body{background:#fff;font-size:10pt}a{color:inherit}.skip,nav,.home,.bar a{display:none}.frame,.reading .frame{max-width:none;padding:0}.top{border-top:3pt solid #000;padding:0}.top .frame::after{display:none}
.kicker{margin-top:8pt}h1{font-size:24pt}h2{font-size:14pt;break-after:avoid}h2+.note{break-after:avoid}h3{break-after:avoid}section{margin:18pt 0}
.fig,.told,.taken li,.actor>h2,figure,.claim,.position,.footnotes li,.src li,tr,.timeline ul li{break-inside:avoid}
.timeline>li{display:block}.long>li,.long>.actor{content-visibility:visible}
.on-paper{display:block;font:7.5pt var(--mono);color:#333;overflow-wrap:anywhere}p,li{orphans:3;widows:3}thead{display:table-header-group}#footnotes,#sources{break-after:avoid}.fig .n,.figures.of-4 .n{font-size:26pt}.figures{grid-template-columns:repeat(3,minmax(0,1fr))}
details::details-content{content-visibility:visible;display:block}summary{display:none}
.footnotes{font-size:9pt;line-height:1.4}.matrix td,.matrix th,.plain td,.plain th,.responses td{font-size:8.5pt;min-width:0}.matrix tbody th,.propositions tbody th{min-width:8.5rem}.matrix td:nth-last-child(2){min-width:5rem}.matrix .prop{font-size:9.5pt}.banner,.m,.range .band,.range .dot,.toll .span,.key::before,.sh,.node{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.drawn{overflow:visible;break-inside:avoid}svg.origins{max-height:235mm}
.copy{border:0;padding:0;background:none;font-size:11pt}footer{margin-top:18pt;break-inside:avoid}.two{grid-template-columns:1fr}}`;
