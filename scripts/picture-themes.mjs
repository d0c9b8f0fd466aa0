/**
 * The kinds of theme that views are looked at in. VS Code in the browser takes a high-contrast theme from what the
 * system asks for, not from the setting.
 */
export const THEMES = {
  light: { theme: 'Light Modern' },
  dark: { theme: 'Dark Modern' },
  'hc-light': { theme: 'Light Modern', media: { forcedColors: 'active', colorScheme: 'light' } },
  'hc-dark': { theme: 'Dark Modern', media: { forcedColors: 'active', colorScheme: 'dark' } },
};

/** Asks for the theme's media and waits until VS Code has followed. */
export async function applyMedia(page, { media }) {
  if (!media) return;
  await page.emulateMedia(media);
  await page.locator('.monaco-workbench.hc-black, .monaco-workbench.hc-light').waitFor();
}
