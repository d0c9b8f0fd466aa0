import { Command, Option } from 'commander';
import { searchEvidence } from '../../search/search';
import type { SearchOptions } from '../../search/types';
import type { Report } from '../exit';
import { formatOption, limitOption, packOption } from '../options';
import { loadEvidence } from '../packs';
import { answerQueries, type OutputFormat } from '../queries';

/** `caveat search QUERY`: claims and references, as the sidebar and the QuickPick find them. */
export function searchCommand(_report: Report): Command {
  return new Command('search')
    .description('search the evidence; `-` reads one query a line from standard input')
    .argument('<query>', 'words, an author, a year, a citation key; or -')
    .addOption(
      new Option('--kind <kind>', 'what to look for')
        .choices(['claim', 'reference', 'all'])
        .default('all'),
    )
    .addOption(limitOption(10))
    .addOption(formatOption())
    .addOption(packOption())
    .action(
      async (
        query: string,
        options: Required<SearchOptions> & { format: OutputFormat; pack: string[] },
      ) => {
        const { index } = loadEvidence(options.pack);
        await answerQueries(query, options.format, (text) =>
          searchEvidence(index, text, { kind: options.kind, limit: options.limit }),
        );
      },
    );
}
