/** A small evidence pack, as the files of its folder. */
export const PACK_FILES: Readonly<Record<string, string>> = {
  'pack.yaml': `
id: small
version: 1.0.0
title: A small review
licence: CC BY 4.0
review: { id: li2021, type: article-journal, title: A small review, author: [{ family: Li }], issued: { date-parts: [[2021]] } }
sections: [{ id: immunity, title: Immunity }]
subject: [mesenchymal, MSC, MSCs]
preferred-terms:
  - { use: mesenchymal stromal cell, insteadOf: [mesenchymal stem cell], because: the field advises so }
`,
  'references.json': JSON.stringify([
    {
      id: 'huang2010differentiation',
      type: 'article-journal',
      'citation-number': 25,
      title: 'Differentiation of allogeneic mesenchymal stem cells induces immunogenicity',
      author: [{ family: 'Huang' }, { family: 'Sun' }, { family: 'Miyagi' }],
      issued: { 'date-parts': [[2010]] },
      'container-title': 'Circulation',
      DOI: '10.1161/CIRCULATIONAHA.109.898676',
    },
    {
      id: 'barry2005immunogenicity',
      type: 'article-journal',
      'citation-number': 21,
      title: 'Immunogenicity of adult mesenchymal stem cells',
      author: [{ family: 'Barry' }, { family: 'Murphy' }],
      issued: { 'date-parts': [[2005]] },
      'container-title': 'Stem Cells and Development',
    },
    {
      id: 'sun2010lupus',
      type: 'article-journal',
      'citation-number': 60,
      title: 'Umbilical cord cell transplantation in severe lupus',
      author: [{ family: 'Sun' }, { family: 'Wang' }],
      issued: { 'date-parts': [[2010]] },
      'container-title': 'Arthritis & Rheumatism',
    },
  ]),
  'concepts.yaml': `
- { id: msc, kind: cell, names: [mesenchymal stromal cell, mesenchymal stem cell, MSC] }
- { id: allogeneic, kind: donor, names: [allogeneic, donor] }
- { id: allogeneic-msc, kind: cell, names: [], parts: [allogeneic, msc] }
- { id: lupus, kind: disease, names: [lupus] }
- id: immunogenicity
  kind: outcome
  names: [immunogenicity, immune response]
  poles: { absent: [immune privileged], present: [immunogenic, provoke an immune response] }
- { id: efficacy, kind: outcome, names: [benefit, efficacy] }
`,
  'claims/immunity.yaml': `
- id: msc-provoke-immunity
  statement: Allogeneic MSCs can provoke an immune response against the donor.
  references: [21, 25]
  section: immunity
  intervention: allogeneic-msc
  outcome: immunogenicity
  direction: present
  certainty: supported
  caveat: It depends on dose history.
  contradicted-by: [Allogeneic MSCs are immune-privileged.]
  consistent-with: [Allogeneic MSCs are immunogenic.]
- id: msc-help-in-lupus
  statement: Allogeneic MSCs bring benefit in lupus.
  references: [60]
  section: immunity
  population: { disease: [lupus] }
  intervention: allogeneic-msc
  outcome: efficacy
  direction: present
  certainty: supported
`,
};
