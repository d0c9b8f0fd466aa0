import { InvalidArgumentError, Option } from 'commander';

/** A whole number of at least `min`. */
export function wholeNumber(min: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < min)
      throw new InvalidArgumentError(`Give a whole number of at least ${min}.`);
    return value;
  };
}

export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

export function packOption(): Option {
  return new Option(
    '--pack <dir>',
    'use the evidence pack in this folder (repeatable; default: the shipped one)',
  )
    .argParser(collect)
    .default([] as readonly string[], 'the shipped pack');
}

export function bibliographyOption(): Option {
  return new Option(
    '--bibliography <file>',
    'a bibliography beside those that the manuscript names (repeatable)',
  )
    .argParser(collect)
    .default([] as readonly string[], 'none');
}

export function configOption(): Option {
  return new Option(
    '--config <file>',
    'use this configuration instead of the nearest .caveatrc.yaml',
  );
}

export function stdinFilenameOption(): Option {
  return new Option(
    '--stdin-filename <name>',
    'the name, and so the format and folder, of standard input',
  );
}

export function formatOption(): Option {
  return new Option('--format <format>', 'output format').choices(['text', 'json']).default('text');
}

export function limitOption(limit: number): Option {
  return new Option('--limit <n>', 'how many results').argParser(wholeNumber(1)).default(limit);
}
