import { html, type TemplateResult } from 'lit';
import { legendOf } from '../../map/legend';
import { THEME } from './colours';
import { drawing, PREFIX } from './grid';
import type { Model } from './model';

/** What the bubbles mean, below them. */
export function legendTemplate({ texts, shown, scale, cited }: Model): TemplateResult {
  const hasCapped = shown.rows.some((row) =>
    shown.columns.some((column) => (shown.cellAt(row, column)?.references.length ?? 0) > scale.max),
  );
  const parts = legendOf({
    scale,
    prefix: PREFIX,
    palette: THEME,
    words: texts.words,
    hasCapped,
    manuscript: cited?.manuscript,
  });
  return html`<section class="legend" aria-label=${texts.legend}>
    ${parts.map(
      ({ title, items }) =>
        html`<div class="legend-part">
          <h2>${title}</h2>
          <ul>
            ${items.map(
              ({ drawing: markup, text }) =>
                html`<li>
                  <svg viewBox="-21 -21 42 42" width="42" height="42" aria-hidden="true">
                    ${drawing(markup)}
                  </svg>
                  <span>${text}</span>
                </li>`,
            )}
          </ul>
        </div>`,
    )}
  </section>`;
}
