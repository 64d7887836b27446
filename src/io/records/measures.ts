import type { Finding } from '#kb/findings/finding.ts';
import { MeasuresFile } from '#kb/tickets/records/measures-file.ts';
import { readYamlFile } from '../content/read-yaml-file.ts';

/** The company's own figures in `measures.yaml`; `undefined` if there is no such file or it's wrong. */
export async function readMeasures(dir: string): Promise<{ file: MeasuresFile | undefined; findings: Finding[] }> {
  const { value, findings } = await readYamlFile(dir, 'measures.yaml', MeasuresFile, 'measures-invalid');
  return { file: value, findings };
}
