// Loads dist/extension.js as VS Code does, with a stand-in for the editor, and times its activation.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../..', import.meta.url));

class Disposable {
  constructor(run) {
    this.run = run;
  }
  static from(...all) {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }
  dispose() {
    this.run?.();
  }
}

class EventEmitter {
  event = () => new Disposable();
  fire() {}
  dispose() {}
}

const uri = (path) => ({ path, fsPath: path, scheme: 'file', toString: () => `file://${path}` });

/** Whatever is asked for is there, can be called, constructed and extended, and gives the same. */
function anything(known = {}) {
  const made = new Map(Object.entries(known));
  return new Proxy(function () {}, {
    get(target, name) {
      if (name === 'prototype') return target.prototype;
      if (name === Symbol.toPrimitive) return () => '';
      if (name === Symbol.iterator) return function* () {};
      if (name === 'then' || typeof name === 'symbol') return undefined;
      if (!made.has(name)) made.set(name, anything());
      return made.get(name);
    },
    set(_target, name, value) {
      made.set(name, value);
      return true;
    },
    apply: () => anything({ dispose() {} }),
    construct: () => anything({ dispose() {} }),
  });
}

// A bundle copies what a module has, so its names must be listed.
const types = readFileSync(join(root, 'node_modules', '@types', 'vscode', 'index.d.ts'), 'utf8');
const names = types.matchAll(/^\s*export (?:abstract )?(?:class|enum|namespace) (\w+)/gm);
const vscode = Object.assign(Object.fromEntries([...names].map(([, name]) => [name, anything()])), {
  version: '1.105.0',
  Disposable,
  EventEmitter,
  Uri: Object.assign(class {}, {
    joinPath: (base, ...parts) => uri(join(base.path, ...parts)),
    file: uri,
    parse: (text) => uri(text.replace(/^file:\/\//, '')),
  }),
  env: anything({ language: 'en', appName: 'bench' }),
});

// The host has long loaded these for itself.
for (const name of ['child_process', 'crypto', 'events', 'fs', 'net', 'os', 'util']) require(name);

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

const began = performance.now();
const { activate } = require(join(root, 'dist', 'extension.js'));
const loaded = performance.now();
const context = {
  subscriptions: [],
  extensionUri: uri(root),
  extensionPath: root,
  asAbsolutePath: (path) => join(root, path),
  workspaceState: anything({ get: (_key, otherwise) => otherwise }),
  globalState: anything({ get: (_key, otherwise) => otherwise }),
  extension: anything({ packageJSON: require(join(root, 'package.json')) }),
};
process.on('unhandledRejection', () => undefined);
Promise.resolve(activate(context)).then(
  () => {
    const done = performance.now();
    process.stdout.write(JSON.stringify({ load: loaded - began, activate: done - loaded }));
    process.exit(0);
  },
  (error) => {
    process.stderr.write(String(error?.stack ?? error));
    process.exit(1);
  },
);
