import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What is really in use of this process's heap, in megabytes: after the rubbish was taken out. */
export function retainedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 3; i++) collect();
  return process.memoryUsage().heapUsed / 1e6;
}
