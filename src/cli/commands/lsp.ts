import { Command } from 'commander';
import { startStdioServer } from '../../server/node';
import type { Report } from '../exit';

/** `caveat lsp --stdio`: the language server for any editor. */
export function lspCommand(_report: Report): Command {
  return new Command('lsp')
    .description('run the language server on standard input and output')
    .option('--stdio', 'talk over standard input and output (the only way, and the default)')
    .action(async () => {
      await startStdioServer();
    });
}
