/** The report's style sheet: light and dark as the reader's system is, black on white on paper. */
export const STYLE = `
:root { color-scheme: light dark;
  --text: #1f2328; --muted: #59636e; --page: #fff; --panel: #f6f8fa; --line: #d1d9e0; --link: #0a58ca;
  --error: #b42318; --warning: #8a5a00; --information: #175cd3; --hint: #475467; --mark: #fff2b8; }
@media (prefers-color-scheme: dark) { :root {
  --text: #e6edf3; --muted: #9da7b3; --page: #14181d; --panel: #1c2229; --line: #3a434d; --link: #79b8ff;
  --error: #ff8a80; --warning: #f2c14e; --information: #84b6ff; --hint: #aab4c0; --mark: #4d4211; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 52rem; background: var(--page); color: var(--text);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p, ul, ol, dl, blockquote { margin: .5rem 0; }
ul, ol { padding-left: 1.4rem; }
a { color: var(--link); }
mark { background: var(--mark); color: inherit; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
dt, .muted { color: var(--muted); }
dd { margin: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { display: block; width: 100%; height: 2rem; margin: 1rem 0 .5rem; }
svg text { fill: var(--page); font: 600 13px system-ui, sans-serif; text-anchor: middle; dominant-baseline: central; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); }
.information { --tone: var(--information); } .hint { --tone: var(--hint); }
rect { fill: var(--tone); stroke: var(--page); }
.tone { color: var(--tone); font-weight: 600; }
article { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; background: var(--panel);
  padding: .75rem 1rem; margin: 1rem 0; break-inside: avoid; }
article h3 { margin: 0; }
article h4 { margin: .75rem 0 .25rem; font-size: .9rem; }
blockquote { margin: .75rem 0; padding-left: .9rem; border-left: 3px solid var(--line); font-size: 1.05rem; }
.references { font-size: .9rem; padding-left: 1.4rem; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .9rem; }
@media print { :root { color-scheme: light; --text: #000; --muted: #444; --page: #fff; --panel: #fff; --line: #999;
    --link: #000; --error: #b42318; --warning: #8a5a00; --information: #175cd3; --hint: #475467; --mark: #eee; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2, h3, h4 { break-after: avoid; } tr, li { break-inside: avoid; }
  rect, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { margin: 18mm; } }
`;
