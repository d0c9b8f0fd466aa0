import * as vscode from 'vscode';
import type { WirePosition, WireRange } from '../server/protocol';

export function toRange({ start, end }: WireRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toWire({ line, character }: vscode.Position): WirePosition {
  return { line, character };
}
