/** The colours of a picture, each as SVG takes it (`#rrggbb`, `rgb(…)`, or `var(--…)` in a page). */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  /** Lines between cells. */
  readonly line: string;
  /** The dot of a gap. */
  readonly gap: string;
  /** Behind the headings. */
  readonly band: string;
  readonly up: string;
  readonly down: string;
  readonly same: string;
  readonly mixed: string;
  /** Of certainty. */
  readonly ring: string;
  /** The disc of what is cited, on the bubble; and the line around it. */
  readonly cited: string;
  readonly citedEdge: string;
}

/** For paper and slides: on white, told apart by people who are colour-blind as well (after Okabe and Ito). */
export const PAPER: Palette = {
  background: '#ffffff',
  text: '#1f2328',
  muted: '#59636e',
  line: '#dfe4ea',
  gap: '#c3cbd4',
  band: '#eef2f6',
  up: '#0072b2',
  down: '#d55e00',
  same: '#57606a',
  mixed: '#9a5b9a',
  ring: '#424a53',
  cited: '#ffffff',
  citedEdge: '#1f2328',
};
