import { Command } from 'commander';
import { citeSentence } from '../../search/cite';
import type { Report } from '../exit';
import { formatOption, limitOption, packOption } from '../options';
import { loadEvidence } from '../packs';
import { answerQueries, type OutputFormat } from '../queries';

/** `caveat cite SENTENCE`: the references for a sentence, ranked as the completion ranks them. */
export function citeCommand(_report: Report): Command {
  return new Command('cite')
    .description(
      'rank references for a sentence, whole or half written; `-` reads one sentence a line',
    )
    .argument('<sentence>', 'the sentence; or -')
    .addOption(limitOption(5))
    .addOption(formatOption())
    .addOption(packOption())
    .action(
      async (
        sentence: string,
        options: { limit: number; format: OutputFormat; pack: string[] },
      ) => {
        const { index } = loadEvidence(options.pack);
        await answerQueries(sentence, options.format, (text) =>
          citeSentence(index, text, { limit: options.limit }),
        );
      },
    );
}
