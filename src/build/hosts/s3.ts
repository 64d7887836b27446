import { IMMUTABLE, REVALIDATE } from '#io/machine/header-rules.ts';
import type { Host, HostRequest } from './host.ts';
import { immutableFolders } from './rules.ts';
import { stackTemplate } from './s3-stack.ts';
import { buildWorkflow, shellStep } from './workflow.ts';

const CREDENTIALS = 'aws-actions/configure-aws-credentials@b47578312673ae6fa5b5096b330d9fbac3d116df # v4.2.1';

/** Amazon S3 behind CloudFront: S3 has the files and redirects, CloudFront adds headers, https and compression. */
export const s3: Host = {
  title: 'Amazon S3 and CloudFront',
  machines: true,
  files: (request) => [
    { path: 'help-center.stack.json', text: `${JSON.stringify(stackTemplate(request), null, 2)}\n` },
    {
      path: '.github/workflows/help-center.yml',
      text: buildWorkflow(
        `      - uses: ${CREDENTIALS}
        with:
          role-to-assume: \${{ vars.AWS_ROLE }}
          aws-region: \${{ vars.AWS_REGION }}
${shellStep('Upload', uploadLines(request), `        env:\n          BUCKET: \${{ vars.AWS_BUCKET }}\n`)}`,
        // GitHub proves to AWS who it is, so there is no key to keep.
        { permissions: '      id-token: write\n', parts: request.parts },
      ),
    },
  ],
  next: ({ site }) => [
    ...(isPublic(site)
      ? []
      : ['This site is internal, but everyone can read the website of a bucket. Use another host.']),
    'In the AWS console, open CloudFormation in us-east-1 and create a stack from help-center.stack.json.',
    'On GitHub, save the outputs Role, Bucket and Region of the stack as the variables AWS_ROLE, AWS_BUCKET and AWS_REGION. Commit the files and push them.',
    'Point your domain to the output Address.',
  ],
};

/** Only a public site lets other hosts load its files. */
function isPublic({ headers }: HostRequest['site']): boolean {
  return headers.some((rule) => rule.headers.some(([name]) => name === 'Access-Control-Allow-Origin'));
}

function uploadLines({ site, out, origin }: HostRequest): string[] {
  const { base } = site;
  const bucket = `s3://$BUCKET${base}`;
  const hashed = immutableFolders(site).map((path) => path.slice(base.length));
  // S3 takes the name of a file, and a full address or a path to redirect to.
  const redirect = (key: string, to: string) =>
    `aws s3api put-object --bucket "$BUCKET" --key ${key} --content-type text/html --website-redirect-location ${to}`;
  return [
    '# Files whose names change with their content first, then the pages that name them.',
    ...hashed.map(
      (folder) =>
        `if [ -d ${out}/${folder} ]; then aws s3 sync ${out}/${folder} "${bucket}${folder}" --cache-control "${IMMUTABLE}"; fi`,
    ),
    `aws s3 sync ${out} "${bucket}" --delete ${[...hashed.map((folder) => `${folder}*`), '_headers', '_redirects', '.nojekyll'].map((name) => `--exclude "${name}"`).join(' ')} --cache-control "${REVALIDATE}"`,
    '# Old addresses, with and without a slash at their end.',
    `touch ${out}/_redirects`,
    'while read -r old to status; do',
    '  # S3 has no rules; the pages of old addresses and the 404 page redirect instead.',
    `  case "$old" in *[*:]*) continue ;; esac`,
    `  old=$(printf '%b' "\${old//%/\\\\x}")`,
    `  old="\${old#/}"; old="\${old%/}"`,
    `  ${redirect('"$old"', `"${origin ?? ''}$to"`)}`,
    `  case "$old" in *.html) ;; *) ${redirect('"$old/index.html"', `"${origin ?? ''}$to"`)} ;; esac`,
    `done < ${out}/_redirects`,
    ...(base === '/' ? [] : [redirect('index.html', `"${origin ?? ''}${base}"`)]),
  ];
}
