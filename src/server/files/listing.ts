/** Whether a file is listed, or a folder looked into, by its name. */
export function isWanted(name: string, isFile: boolean, endings?: readonly string[]): boolean {
  if (!isFile) return name !== 'node_modules' && !(endings && name.startsWith('.'));
  const lower = name.toLowerCase();
  return endings === undefined || endings.some((ending) => lower.endsWith(ending));
}
