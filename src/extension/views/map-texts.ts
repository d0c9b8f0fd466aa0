import { l10n } from 'vscode';
import type { MapTexts } from '../../webview/map/messages';

/** All that the map's page says in the user's language. */
export function mapTexts(): MapTexts {
  return {
    words: {
      dimensions: {
        disease: l10n.t('Condition'),
        section: l10n.t('Topic'),
        outcome: l10n.t('Outcome'),
        donor: l10n.t('Donor source'),
        tissue: l10n.t('Tissue source'),
        species: l10n.t('Species'),
        design: l10n.t('Study design'),
      },
      directions: {
        up: l10n.t('present or increase'),
        down: l10n.t('absent or decrease'),
        same: l10n.t('no difference'),
        mixed: l10n.t('mixed'),
      },
      certainties: {
        firm: l10n.t('established or supported'),
        limited: l10n.t('limited'),
        unsettled: l10n.t('mixed, inconclusive, contested or refuted'),
      },
      notStated: l10n.t('not stated'),
      direction: l10n.t('Sectors: direction of claims'),
      certainty: l10n.t('Ring: the review’s certainty'),
      size: l10n.t('Area: number of references'),
      marks: l10n.t('Other marks'),
      total: l10n.t('References'),
      gap: l10n.t('gap: no claim'),
      hollow: l10n.t('claim without a reference'),
      capped: l10n.t('more references than the scale reaches'),
      cited: l10n.t('cited in the manuscript'),
    },
    heading: l10n.t('Evidence map'),
    loading: l10n.t('The map is being drawn…'),
    failed: l10n.t(
      'The map could not be drawn: Caveat’s server does not answer. Run "Caveat: Restart Server".',
    ),
    noPack: l10n.t(
      'No evidence pack is loaded, so there is nothing to map. Switch one on, or name one in the settings.',
    ),
    showPacks: l10n.t('Show Packs'),
    rows: l10n.t('Rows'),
    columns: l10n.t('Columns'),
    within: l10n.t('Divided by'),
    nothing: l10n.t('nothing'),
    table: l10n.t('Table'),
    overlay: l10n.t('Cited in {0}'),
    noManuscript: l10n.t('Open a manuscript to see what it cites.'),
    exportSvg: l10n.t('Export SVG'),
    exportPng: l10n.t('Export PNG'),
    oneClaim: l10n.t('1 claim'),
    claims: l10n.t('{0} claims'),
    oneReference: l10n.t('1 reference'),
    references: l10n.t('{0} references'),
    citedHere: l10n.t('{0} of {1} references cited'),
    moreClaims: l10n.t('and {0} more'),
    enterShows: l10n.t('Click or Enter: show in the Evidence view'),
    isGap: l10n.t('Gap: the evidence has no claim here.'),
    expand: l10n.t('Show what is part of {0}'),
    collapse: l10n.t('Hide what is part of {0}'),
    moreRows: l10n.t('Show {0} more rows'),
    fewerRows: l10n.t('Hide rare rows'),
    moreColumns: l10n.t('Show {0} more columns'),
    fewerColumns: l10n.t('Hide rare columns'),
    legend: l10n.t('Legend'),
    total: l10n.t('All'),
    gridHelp: l10n.t(
      'Arrow keys move from cell to cell; Enter shows a cell’s claims in the Evidence view.',
    ),
    counts: l10n.t('{0} claims, {1} references'),
  };
}
