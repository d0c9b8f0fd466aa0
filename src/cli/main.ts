import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { citeCommand } from './commands/cite';
import { lintCommand } from './commands/lint';
import { lspCommand } from './commands/lsp';
import { packCommand } from './commands/pack';
import { reportCommand } from './commands/report';
import { searchCommand } from './commands/search';
import { CannotRun, EXIT } from './exit';

/** Commander's own exits become exceptions, so that a wrong option ends with 2 as documented. */
function throwing(command: Command): Command {
  command.exitOverride();
  command.commands.forEach(throwing);
  return command;
}

/** The command line `caveat`: 0 all well, 1 findings or problems, 2 could not run. */
async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.ok;
  const report = (code: number) => {
    exitCode = code;
  };
  const program = new Command('caveat')
    .description("Holds manuscripts against a review's evidence.")
    .version(version)
    .exitOverride();
  for (const command of [
    lintCommand,
    reportCommand,
    searchCommand,
    citeCommand,
    packCommand,
    lspCommand,
  ]) {
    program.addCommand(throwing(command(report)));
  }
  try {
    await program.parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.cannotRun;
    if (error instanceof CannotRun) {
      process.stderr.write(`caveat: ${error.message}\n`);
      return EXIT.cannotRun;
    }
    process.stderr.write(
      `caveat: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT.cannotRun;
  }
}

function cannotWrite(error: Error): never {
  process.stderr.write(`caveat: The output cannot be written (${error.message}).\n`);
  process.exit(EXIT.cannotRun);
}

// A closed pipe (`caveat search … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  cannotWrite(error);
});

void main(process.argv).then((code) => {
  process.exitCode = code;
});
