import { PAPER } from '../../map/palette';
import { mapSvg } from '../../map/svg';
import { resolvedTheme } from './colours';
import type { PictureColours, PictureFormat } from './messages';
import { lowerFirst, type Model } from './model';

/** Pixels of a PNG for each of the picture's. */
const DENSITY = 2;

/**
 * The map as it is shown, as a file's content: SVG as text, PNG as base64.
 *
 * @throws Error where the browser cannot draw it
 */
export async function pictureOf(
  model: Model,
  format: PictureFormat,
  colours: PictureColours,
): Promise<string> {
  const { answer } = model.loaded;
  const markup = mapSvg(model.map, {
    title: `${answer.title}: ${lowerFirst(model.texts.heading)}`,
    source: answer.source,
    view: model.state.view,
    words: model.texts.words,
    palette: colours === 'paper' ? PAPER : resolvedTheme(document.body),
    ...(model.cited && { cited: model.cited }),
  });
  return format === 'svg' ? markup : pngOf(markup);
}

async function pngOf(markup: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * DENSITY;
  canvas.height = image.naturalHeight * DENSITY;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  context.scale(DENSITY, DENSITY);
  context.drawImage(image, 0, 0);
  const url = canvas.toDataURL('image/png');
  return url.slice(url.indexOf(',') + 1);
}
