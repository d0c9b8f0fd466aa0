import {
  DEFAULT_MAX_BIBLIOGRAPHY_SIZE,
  DEFAULT_MAX_FILE_SIZE,
  DEFAULT_MAX_PACK_FILE_SIZE,
  SHIPPED_PACK,
  type Config,
} from '../checks/config';
import type { RuleSetting } from '../checks/types';

/** The client's settings, section `caveat`. */
export interface Settings {
  /** `auto`: where the workspace uses Caveat, and in texts on the evidence's subject. */
  readonly enable: 'auto' | 'on' | 'off';
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Folders, relative to the workspace folder. */
  readonly packs: readonly string[];
  /** Ids of packs that are switched off. */
  readonly disabledPacks: readonly string[];
  /** Files, relative to the workspace folder. */
  readonly bibliography: readonly string[];
  /** Bytes, of a manuscript. */
  readonly maxFileSize: number;
  /** Bytes. */
  readonly maxBibliographySize: number;
  /** Bytes, of each file of a pack. */
  readonly maxPackFileSize: number;
  readonly hover: boolean;
  /** Whether concepts of the evidence have a card too. */
  readonly hoverConcepts: boolean;
  readonly completion: boolean;
  /** Whether what is cited is also put into the manuscript's bibliography. */
  readonly appendEntries: 'ask' | 'always' | 'never';
}

export const DEFAULT_SETTINGS: Settings = {
  enable: 'auto',
  rules: {},
  packs: [],
  disabledPacks: [],
  bibliography: [],
  maxFileSize: DEFAULT_MAX_FILE_SIZE,
  maxBibliographySize: DEFAULT_MAX_BIBLIOGRAPHY_SIZE,
  maxPackFileSize: DEFAULT_MAX_PACK_FILE_SIZE,
  hover: true,
  hoverConcepts: false,
  completion: true,
  appendEntries: 'ask',
};

/** Reads what a client sends as its settings; what does not fit is left at its default. */
export function parseSettings(value: unknown): Settings {
  const given = asRecord(value);
  const { enable } = given;
  const { appendEntries } = asRecord(given['citations']);
  return {
    enable: enable === 'on' || enable === 'off' ? enable : 'auto',
    rules: Object.fromEntries(Object.entries(asRecord(given['rules'])).filter(isRuleEntry)),
    packs: strings(given['packs']),
    disabledPacks: strings(given['disabledPacks']),
    bibliography: strings(given['bibliography']),
    maxFileSize: size(given['maxFileSize'], DEFAULT_MAX_FILE_SIZE),
    maxBibliographySize: size(given['maxBibliographySize'], DEFAULT_MAX_BIBLIOGRAPHY_SIZE),
    maxPackFileSize: size(given['maxPackFileSize'], DEFAULT_MAX_PACK_FILE_SIZE),
    hover: asRecord(given['hover'])['enable'] !== false,
    hoverConcepts: asRecord(given['hover'])['concepts'] === true,
    completion: asRecord(given['completion'])['enable'] !== false,
    appendEntries: appendEntries === 'always' || appendEntries === 'never' ? appendEntries : 'ask',
  };
}

/** A configuration file and the settings together; the file counts more, rule by rule. */
export interface Effective {
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly packs: readonly string[];
  /** Where {@link packs} were written, for resolving them. */
  readonly packsFrom: 'file' | 'settings';
  /** Ids of packs that the file or the settings switch off. */
  readonly disabledPacks: readonly string[];
  readonly bibliography: readonly string[];
  readonly bibliographyFrom: 'file' | 'settings';
  readonly maxFileSize: number;
  readonly maxBibliographySize: number;
  readonly maxPackFileSize: number;
}

/** Without any pack named, the shipped ones are used. */
export function combine(settings: Settings, config: Config | undefined): Effective {
  const packs = config?.packs ?? settings.packs;
  return {
    rules: { ...settings.rules, ...config?.rules },
    packs: packs.length > 0 ? packs : [SHIPPED_PACK],
    packsFrom: config?.packs ? 'file' : 'settings',
    disabledPacks: [...new Set([...settings.disabledPacks, ...(config?.disabledPacks ?? [])])],
    bibliography: config?.bibliography ?? settings.bibliography,
    bibliographyFrom: config?.bibliography ? 'file' : 'settings',
    maxFileSize: config?.maxFileSize ?? settings.maxFileSize,
    maxBibliographySize: config?.maxBibliographySize ?? settings.maxBibliographySize,
    maxPackFileSize: config?.maxPackFileSize ?? settings.maxPackFileSize,
  };
}

const RULE_SETTINGS: ReadonlySet<unknown> = new Set([
  'error',
  'warning',
  'information',
  'hint',
  'off',
]);

function isRuleEntry(entry: [string, unknown]): entry is [string, RuleSetting] {
  return RULE_SETTINGS.has(entry[1]);
}

function size(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 ? value : otherwise;
}

function strings(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
