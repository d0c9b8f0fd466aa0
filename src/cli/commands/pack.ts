import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { compilePack, createEvidence } from '../../checks/evidence';
import { writeColumns, type Columns } from '../../checks/packed/columns';
import { PACK_ENDING, packColumns } from '../../checks/packed/pack';
import { packWeights } from '../../checks/packed/trained';
import { WORDING_FILE } from '../../checks/wording-model';
import { runExamples, type ExampleResult } from '../../checks/examples';
import type { LoadedPack } from '../../evidence/load';
import type { Problem } from '../../evidence/problem';
import { packStats, type PackStats } from '../../evidence/stats';
import { deflateSmallest } from '../deflate';
import { CannotRun, EXIT, type Report } from '../exit';
import { printProblems, readPack, shippedWording } from '../packs';
import { writeWhole } from '../write';

/** `caveat pack check|stats|build`. */
export function packCommand(report: Report): Command {
  const command = new Command('pack').description('work on evidence packs');
  command
    .command('check')
    .description(
      'validate a pack and run its example sentences; 0 sound, 1 problems, 2 could not run',
    )
    .argument('<dir>', 'the folder of the pack')
    .action((dir: string) => {
      report(check(dir));
    });
  command
    .command('stats')
    .description('print counts and coverage')
    .argument('<dir>', 'the folder of the pack')
    .action((dir: string) => {
      const { pack, problems } = readPack(dir);
      if (!pack) {
        printProblems(problems);
        throw new CannotRun(`The pack in ${dir} cannot be used; mend the problems above.`);
      }
      process.stdout.write(formatStats(pack.manifest.title, packStats(pack)));
    });
  command
    .command('build')
    .description('compile packs to one file each, for shipping')
    .argument('<dirs...>', 'the folders of the packs')
    .requiredOption('--out <dir>', 'where the compiled packs go')
    .option('--weights <file>', 'also compile these trained weights (`npm run build` does)')
    .action((dirs: string[], { out, weights }: { out: string; weights?: string }) => {
      build(dirs, out);
      if (weights !== undefined)
        write(join(out, WORDING_FILE), packWeights(readFileSync(weights, 'utf8')));
    });
  return command;
}

function check(dir: string): number {
  const loaded = readPack(dir);
  printProblems(loaded.problems);
  if (!loaded.pack)
    throw new CannotRun(`The pack in ${dir} cannot be used; mend the problems above.`);
  const results = runExamples(createEvidence([compilePack(loaded.pack)], shippedWording()));
  const failed = results.filter((result) => !result.passed && !result.knownGap);
  printProblems(failed.map((result) => exampleProblem(loaded, result)));
  const gaps = results.filter((result) => result.knownGap);
  const closed = gaps.filter((result) => result.passed).length;
  process.stdout.write(
    [
      `${loaded.pack.claims.length} claims, ${results.length} example sentences: ${results.length - failed.length - gaps.length + closed} as they should be, ` +
        `${failed.length} not, ${gaps.length} known gaps (${closed} of them closed by now)`,
      `${loaded.problems.length + failed.length} problems`,
      '',
    ].join('\n'),
  );
  return loaded.problems.length + failed.length > 0 ? EXIT.findings : EXIT.ok;
}

function exampleProblem(
  loaded: LoadedPack,
  { claim, field, index, text, against }: ExampleResult,
): Problem {
  const what =
    field === 'consistent-with'
      ? `is flagged (against claim "${against ?? claim.id}") although it must be spared`
      : 'is not flagged although it must be';
  return {
    severity: 'error',
    message: `${field}: "${text}" ${what}; mend the sentence or the concepts, or mark it known-gap.`,
    ...loaded.placeOf(claim.id, [field, index]),
  };
}

function formatStats(title: string, stats: PackStats): string {
  const rows = stats.sections.map((section) =>
    [
      section.title.padEnd(46),
      String(section.claims).padStart(7),
      String(section.references).padStart(11),
      String(section.quantities).padStart(8),
      String(section.examples).padStart(9),
    ].join(''),
  );
  const { examples } = stats;
  return [
    title,
    '',
    `${stats.claims} claims, ${stats.references} references, ${stats.concepts} concepts, ${stats.quantities} figures`,
    `${examples['contradicted-by']} contradicting, ${examples['consistent-with']} consistent and ${examples['needs-caveat']} caveat sentences, ${stats.knownGaps} known gaps`,
    `${stats.examplesPerClaim.median} sentences a claim (median), ${stats.examplesPerClaim.fewest} at the fewest`,
    '',
    `${'section'.padEnd(46)} claims references figures examples`,
    ...rows,
    '',
    stats.uncarried.length === 0
      ? 'Every reference carries a claim.'
      : `References without a claim: ${stats.uncarried.join(', ')}`,
    '',
  ].join('\n');
}

function build(dirs: readonly string[], out: string): void {
  orSay(out, () => mkdirSync(out, { recursive: true }));
  const names = dirs.map((dir) => {
    const { pack, problems } = readPack(dir);
    printProblems(problems);
    if (!pack || problems.some(({ severity }) => severity === 'error')) {
      throw new CannotRun(`The pack in ${dir} is not sound; mend the problems above.`);
    }
    const name = `${pack.manifest.id}${PACK_ENDING}`;
    write(join(out, name), packColumns(compilePack(pack)));
    return name;
  });
  const list = join(out, 'index.json');
  orSay(list, () => writeWhole(list, JSON.stringify(names)));
}

function write(path: string, columns: Columns): void {
  const small = [...columns].map(([name, bytes]) => [name, deflateSmallest(bytes)] as const);
  orSay(path, () => writeWhole(path, writeColumns(new Map(small))));
}

function orSay(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(`${path} cannot be written (${reason}).`);
  }
}
