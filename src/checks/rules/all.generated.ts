// Written by scripts/generate.mjs from the files of this folder; do not edit.
import type { Rule } from '../types';
import { rule as contradictedClaim } from './contradicted-claim';
import { rule as misreportedNumber } from './misreported-number';
import { rule as missingCaveat } from './missing-caveat';
import { rule as preferredTerm } from './preferred-term';
import { rule as scopeOverreach } from './scope-overreach';
import { rule as uncitedClaim } from './uncited-claim';
import { rule as unknownCitation } from './unknown-citation';
import { rule as unsupportedCitation } from './unsupported-citation';

export const RULES: readonly Rule[] = [
  contradictedClaim,
  misreportedNumber,
  missingCaveat,
  preferredTerm,
  scopeOverreach,
  uncitedClaim,
  unknownCitation,
  unsupportedCitation,
];
