import type { EvidenceState } from './messages';

/** How the view begins. */
export const FIRST_STATE: EvidenceState = {
  query: '',
  chosen: {},
  showsFilters: false,
  openFacets: ['kind', 'disease', 'certainty'],
  top: 0,
};

/** What was kept, as far as it has the right shape; an older version may have kept something else. */
export function soundState(kept: unknown): EvidenceState {
  if (typeof kept !== 'object' || kept === null) return FIRST_STATE;
  const { query, chosen, pinned, isApart, showsFilters, openFacets, top } =
    kept as Partial<EvidenceState>;
  return {
    query: typeof query === 'string' ? query : '',
    chosen: typeof chosen === 'object' && (chosen as unknown) !== null ? chosen : {},
    ...(typeof pinned === 'string' && { pinned }),
    ...(isApart === true && { isApart }),
    showsFilters: showsFilters === true,
    openFacets: Array.isArray(openFacets) ? openFacets : FIRST_STATE.openFacets,
    top: typeof top === 'number' && top > 0 ? top : 0,
  };
}
