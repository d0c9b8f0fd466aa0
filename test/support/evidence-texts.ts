import { createRequire } from 'node:module';
import type { EvidenceTexts } from '../../src/webview/evidence/messages';

/** The evidence view's texts in English, as VS Code gives them where no other language is chosen. */
export function englishTexts(): EvidenceTexts {
  const load = createRequire(__filename);
  const { Module } = load('node:module') as {
    Module: { _load: (request: string, ...rest: unknown[]) => unknown };
  };
  const before = Module._load;
  // Outside of VS Code there is no module of its name; all that is used of it gives the text back.
  Module._load = (request, ...rest) =>
    request === 'vscode' ? { l10n: { t: (text: string) => text } } : before(request, ...rest);
  try {
    const { evidenceTexts } = load('../../src/extension/views/evidence-texts') as {
      evidenceTexts: () => EvidenceTexts;
    };
    return evidenceTexts();
  } finally {
    Module._load = before;
  }
}
