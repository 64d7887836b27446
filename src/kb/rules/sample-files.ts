import { type Finding, finding } from '../findings/finding.ts';

/** Files of the engine's sample among those of a company. */
export function sampleFileFindings(paths: readonly string[]): Finding[] {
  return paths.map((path) =>
    finding(
      'sample-file',
      { path },
      `"${path}" came with a newer version of Ohje and is part of its sample, not of your help center.`,
      'Delete it, or move to a project of your own with `npm run new -- site ../my-help --from .`, which leaves it behind.',
    ),
  );
}
