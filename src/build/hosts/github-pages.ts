import type { Host } from './host.ts';
import { buildWorkflow } from './workflow.ts';

const UPLOAD_PAGES = 'actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0';
const DEPLOY_PAGES = 'actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5';

// Only this job, which runs nothing of the repository, can publish.
const PUBLISH = `  publish:
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
    steps:
      - uses: ${DEPLOY_PAGES}
`;

/**
 * GitHub Pages: it adds the path of a project by itself, compresses, and allows other sites to load files. It can send
 * neither headers nor redirects, so the pages do that: each has its policy, and each old address has a page.
 */
export const githubPages: Host = {
  title: 'GitHub Pages',
  machines: true,
  files: ({ out, parts }) => [
    {
      path: '.github/workflows/help-center.yml',
      text: buildWorkflow(`      - uses: ${UPLOAD_PAGES}\n        with:\n          path: ${out}\n`, {
        jobs: PUBLISH,
        parts,
      }),
    },
  ],
  next: ({ site }) => [
    addressText(site.base),
    'On GitHub, open Settings > Pages and set Source to "GitHub Actions". Commit the file and push it.',
  ],
};

function addressText(base: string): string {
  const [name, ...more] = base.split('/').filter(Boolean);
  if (name === undefined)
    return 'The site was built for the root of a host: use a custom domain, or a repository named NAME.github.io.';
  if (more.length > 0)
    return `The site was built for the path ${base}, but an address of GitHub Pages has only the name of the repository. Set "url" in site.yaml to such an address, and build again.`;
  return `The site was built for the path ${base}, so the repository must be named ${name}.`;
}
