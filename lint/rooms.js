/**
 * The rooms of the program: folders of src/, and the files in src/ itself. Data walks through them
 * in this order, and a room imports only itself and the rooms before it.
 */
export const rooms = [
  'errors',
  'files',
  'period',
  'item',
  'pattern',
  'placeholder',
  'config',
  'snapshot',
  'people',
  'collect',
  'categorise',
  'markdown',
  'front-matter',
  'compose',
  'render',
  'report',
  'series',
  'revise',
  'check',
  'publish',
  'propose',
  'edit',
  'commands',
  'cli|action|index',
];

/** Files that may use the network, the disk and processes, but no clock and no environment. */
export const reading = ['src/collect/**', 'src/config/load.ts', 'src/render/load-*.ts'];

/** Files whose output may depend on more than their input. All others are pure. */
export const impure = [
  ...reading,
  'src/files/**',
  'src/edit/{server,page}/**',
  'src/commands/**',
  'src/{cli,action}.ts',
];

/** The collector's clock, the one of them that may measure time. */
export const clock = 'src/collect/github/**/clock.ts';
