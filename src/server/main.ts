/**
 * The server that ships, one file for both hosts: most of it is the same, and a `.vsix` is not to hold it twice. Each
 * entry is only run where it belongs, so that a worker never meets Node's modules.
 */
if ('WorkerGlobalScope' in globalThis) void import('./browser').then(({ start }) => start());
else void import('./node').then(({ start }) => start());

export {};
