/** What the sentence splitter knows of English words. Abbreviations are written without their last full stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Something always follows these, so that no sentence ends with them. */
export const neverLast = words(`
  e.g i.e eg ie cf vs viz dr prof mr mrs ms messrs st mt gen hon rev approx ca incl excl esp var subsp ssp cv
  suppl supp ext`);

/** A number, a letter or a Roman numeral follows these: "Fig. 1", "No. 5", "Eq. S2". */
export const takesNumber = words(`
  fig figs eq eqs eqn eqns ref refs no nos nr tab tabs sec secs sect ch chap chaps vol vols art para pt pp p ed eds
  jan feb mar apr jun jul aug sep sept oct nov dec`);

/** These are ordinary words as well ("the answer was no."), and count as abbreviations only before a number. */
export const alsoWords = words('no nos sec art mar tab para ed pt ch');

/** May stand in the middle of a sentence or at its end: "et al. showed", "et al. The". */
export const maybeLast = words(`
  al sp spp inc ltd co corp jr sr bros dept univ assoc est avg conc temp max syn nov
  cit ibid pers comm unpubl obs resp`);

/**
 * Words that begin a sentence and are no names. After an abbreviation a capital proves nothing ("et al. MSCs"), so
 * that a sentence is taken to end there only before one of these.
 */
export const starters = words(`
  a an the this these those that such there here it its they their them he she his her we our i you
  in on at by for from with within without of to into upon under over through throughout across among between
  beyond besides against along around about above below since until after before during while when whenever where
  wherever whereas why how what which who whose whether if unless although though because as than
  and but or nor yet so not no none neither either both each every all any some many much most more several few fewer
  another other others one two three four five six seven eight nine ten only even just also then thus therefore hence
  however moreover furthermore nevertheless nonetheless conversely similarly likewise importantly interestingly notably
  finally first second third firstly secondly thirdly lastly next overall taken together additionally consequently
  accordingly meanwhile instead indeed recently previously currently today despite given using based following unlike
  compared contrary rather still again collectively subsequently ultimately eventually surprisingly unfortunately
  specifically generally typically usually often sometimes perhaps clearly later earlier otherwise regardless
  is are was were has have had do does did can could should would may might must
  data results studies findings evidence patients animals cells mice rats horses`);

/** Starters that are surnames too: "J. He", "X. So". After an initial they do not end a sentence. */
export const surnames = words(
  'he she so an on in a such do may long of ten i you her no than has can its even',
);

/** Words between names; a letter after any other word names a kind ("hepatitis B."). */
export const joiners = words('and with from nor but for per via');
