import fc from 'fast-check';

/** Sentences on the subject of the tests' small pack and of the shipped one: some differ from it, some agree. */
export const sentences: readonly string[] = [
  'Allogeneic MSCs are immune-privileged.',
  'Donor MSCs are immune privileged and bring benefit in lupus.',
  'Allogeneic MSCs provoke an immune response.',
  'Allogeneic MSCs never provoke an immune response, even after repeated dosing.',
  'It was once thought that allogeneic MSCs are immune privileged [@barry2005immunogenicity].',
  'Are allogeneic MSCs immune privileged?',
  'Mesenchymal stem cells (MSCs) bring benefit in lupus [@nobody2020].',
  'Allogeneic MSCs bring no benefit in lupus [@sun2010lupus; @huang2010differentiation].',
  'Autologous MSCs were superior to allogeneic MSCs in dilated cardiomyopathy.',
  'In 12 of 30 patients (40%), ejection fraction rose by 5.2% at 12 months.',
  'Adipose tissue-derived cells closed fistulas in all patients.',
  'We thank the donors.',
  // Words that every object of the language knows.
  'A constructor of MSCs has no __proto__, valueOf or toString: constructor 5 constructor.',
  'The weather, e.g. the rain, was fine (Fig. 1, p < 0.05).',
];

export const sentence: fc.Arbitrary<string> = fc.constantFrom(...sentences);
