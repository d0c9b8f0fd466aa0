import * as vscode from 'vscode';
import type { CaveatContext } from '../context';
import { MAP_PANEL, type PictureFormat } from '../../webview/map/messages';
import { MapPanel } from './map-panel';

/** The evidence map: its panel, its commands, and the panel again after a reload. */
export function registerMap(context: CaveatContext): void {
  let open: MapPanel | undefined;
  const adopt = (panel: vscode.WebviewPanel): MapPanel => {
    const map = new MapPanel(context, panel);
    open = map;
    panel.onDidDispose(() => {
      map.dispose();
      if (open === map) open = undefined;
    });
    return map;
  };
  const show = (): MapPanel => {
    if (open) {
      open.reveal();
      return open;
    }
    const title = vscode.l10n.t('Evidence Map');
    return adopt(vscode.window.createWebviewPanel(MAP_PANEL, title, vscode.ViewColumn.Active));
  };
  const exported = (format: PictureFormat) => () => show().export(format);
  context.extension.subscriptions.push(
    vscode.commands.registerCommand('caveat.openEvidenceMap', () => void show()),
    vscode.commands.registerCommand('caveat.exportMapSvg', exported('svg')),
    vscode.commands.registerCommand('caveat.exportMapPng', exported('png')),
    vscode.commands.registerCommand('caveat.toggleMapOverlay', () => show().toggleOverlay()),
    vscode.window.registerWebviewPanelSerializer(MAP_PANEL, {
      deserializeWebviewPanel: (panel) => {
        open?.close();
        adopt(panel);
        return Promise.resolve();
      },
    }),
    // The panel stays: VS Code keeps it for when the window is loaded again.
    { dispose: () => open?.dispose() },
  );
}
