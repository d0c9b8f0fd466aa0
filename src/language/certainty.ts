import type { CueFamily } from './lexicon';
import { isNegated } from './negation';
import type { Scene } from './scene';
import type { Certainty } from './types';

/** Reads how sure, how general and for how long a statement sounds. A denied booster ("not proven") is a hedge. */
export function readCertainty(scene: Scene): Certainty {
  const of = (family: CueFamily) => scene.cues.filter((cue) => cue.family === family);
  const denied = (cues: readonly { first: number }[]) =>
    cues.filter((cue) => isNegated(scene, cue.first));
  const boosters = of('booster');
  const deniedBoosters = denied(boosters);
  const general = of('general');
  const longTerm = of('long-term');
  return {
    hedged:
      of('hedge').length > denied(of('hedge')).length ||
      deniedBoosters.length > 0 ||
      denied(general).length > 0,
    boosted: boosters.length > deniedBoosters.length,
    general: general.length > denied(general).length,
    longTerm: longTerm.length > denied(longTerm).length,
    shortTerm: of('short-term').length > 0 || denied(longTerm).length > 0,
  };
}
