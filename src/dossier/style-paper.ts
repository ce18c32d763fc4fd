/** Style on paper: light, whole, with the address of the words spelled out by footnotes instead of links. */

export const PAPER_STYLE = `@media print{@page{margin:18mm 16mm}
body{background:#fff;font-size:10pt}a{color:inherit}.skip,nav,.home{display:none}.frame,.reading .frame{max-width:none;padding:0}.top{border-top:3pt solid #000;padding:0}.top .frame::after{display:none}
.kicker{margin-top:8pt}h1{font-size:24pt}h2{font-size:14pt;break-after:avoid}h2+.note{break-after:avoid}h3{break-after:avoid}section{margin:18pt 0}
.fig,.panel,figure,.claim,.position,.footnotes li,.src li,tr,.timeline ul li{break-inside:avoid}
.timeline>li{display:block}.long>li,.long>.actor{content-visibility:visible}
.fig .n{font-size:30pt}.figures{grid-template-columns:repeat(3,minmax(0,1fr))}
details::details-content{content-visibility:visible;display:block}summary{display:none}
.footnotes{font-size:8.5pt}.banner,.m,.range .band,.range .dot,.toll .span,.key::before,.sh,.node{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.copy{border:0;padding:0;background:none;font-size:11pt}footer{margin-top:18pt;break-inside:avoid}.two{grid-template-columns:1fr}}`;
