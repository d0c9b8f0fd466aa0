// The arrows between the rooms (docs/architecture.md). A new import against one of them fails `npm run check`.
const rooms = [
  'evidence',
  'map',
  'manuscript',
  'language',
  'search',
  'bibliography',
  'checks',
  'report',
  'server',
  'extension',
  'webview',
  'cli',
];

const engine = ['evidence', 'manuscript', 'language', 'search', 'bibliography', 'checks'];
const library = [...engine, 'map', 'report'];

/** What each room may import of the others. */
const allowed = {
  evidence: [],
  map: ['evidence'],
  manuscript: ['evidence'],
  language: ['evidence', 'manuscript'],
  search: ['evidence', 'manuscript', 'language'],
  bibliography: ['evidence', 'manuscript', 'language'],
  checks: engine,
  report: library,
  server: library,
  cli: [...library, 'server'],
  extension: [],
  // Its drawing is pure and the page's script small.
  webview: ['map'],
};

const betweenRooms = rooms.map((room) => ({
  name: `${room}-imports-only-its-neighbours`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/${room}/`,
      ...allowed[room].map((other) => `^src/${other}/`),
      // The wire types are all that the two sides of the protocol share.
      ...(room === 'extension' || room === 'webview'
        ? ['^src/server/protocol\\.ts$', '^src/server/protocol/[^/]+\\.ts$']
        : []),
      // And what a page and the extension tell each other.
      ...(room === 'extension' ? ['^src/webview/[^/]+/messages\\.ts$'] : []),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...betweenRooms,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'vscode-only-in-extension',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/extension/' },
      to: { path: '^(vscode$|node_modules/vscode-languageclient)' },
    },
    {
      name: 'languageserver-only-in-server',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/' },
      to: { path: 'node_modules/vscode-languageserver/' },
    },
    {
      name: 'node-only-at-the-edge',
      severity: 'error',
      comment: 'Everything else also runs in a web worker.',
      from: { path: '^src/', pathNot: '(^src/cli/|/node\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
