/** A library of real-looking entries for the tests that measure. Same text for same count. */
export function generateBib(count: number): string {
  const entries: string[] = ['% Encoding: UTF-8\n\n@string{sc = "Stem Cells"}\n'];
  for (let n = 0; n < count; n++) {
    const year = 1990 + (n % 34);
    entries.push(`
@article{author${n}_${year},
  author = {M{\\"u}ller${n}, J{\\"o}rg and van der Berg, Jan P. and Garc{\\'\\i}a-Olmo, Dami{\\'a}n and Li, Xin},
  title = {{Mesenchymal} stromal cells of donor ${n}: {TNF}-$\\alpha$ release, {HLA}--{DR} and the
           host's response after repeated dosing},
  journal = ${n % 3 === 0 ? 'sc' : '{Cytotherapy \\& Transfusion}'},
  year = {${year}},
  month = mar,
  volume = {${n % 40}},
  number = {${n % 12}},
  pages = {${n}--${n + 9}},
  doi = {10.1234/j.test.${n}},
  abstract = {Background: ${'the cells were given twice and followed for twelve months. '.repeat(4)}},
  keywords = {MSC, allogeneic, autologous}
}
`);
  }
  return entries.join('');
}
