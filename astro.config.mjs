import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { sidebar } from './site/outline.ts';
import { notation } from './site/plugins/notation.ts';
import { offline } from './site/plugins/offline.ts';
import { policy } from './site/plugins/policy.ts';
import { pythonNames } from './site/plugins/python-names.ts';
import { sandbox } from './site/plugins/sandbox.ts';
import { shell } from './site/plugins/shell.ts';

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  // Where the course will stand; without them it is built for the root of any host.
  site: process.env.SITE_URL,
  base: process.env.SITE_BASE,
  // Every page is a folder's index.html, which all static hosts serve at the address that ends in a slash.
  trailingSlash: 'always',
  vite: { plugins: [shell(), sandbox(), pythonNames()] },
  markdown: {
    processor: satteri({ mdastPlugins: [notation], features: { math: true } }),
    shikiConfig: { theme: 'css-variables' },
  },
  integrations: [
    starlight({
      title: 'handgrad',
      description: "Learn PyTorch's tensors and autograd by hand, on your own GPU, in the browser.",
      credits: false,
      // Code in prose is coloured by Shiki alone; lessons bring cells of their own.
      expressiveCode: false,
      // Before the first paint: whether there is JavaScript, and the language that the learner chose last.
      head: [
        { tag: 'script', content: "document.documentElement.classList.add('js')" },
        {
          tag: 'script',
          content:
            "try{if(localStorage.getItem('handgrad:language')==='py')document.documentElement.dataset.language='py'}catch{}",
        },
      ],
      sidebar: sidebar(),
      components: {
        Head: './site/overrides/Head.astro',
        SiteTitle: './site/overrides/SiteTitle.astro',
        PageTitle: './site/overrides/PageTitle.astro',
        Sidebar: './site/overrides/Sidebar.astro',
        Hero: './site/overrides/Hero.astro',
      },
      customCss: [
        'katex/dist/katex.min.css',
        './site/styles/theme.css',
        './site/styles/code.css',
        './site/styles/cells.css',
        './site/styles/predict.css',
        './site/styles/tensor.css',
        './site/styles/plots.css',
        './site/styles/pictures.css',
        './site/styles/pages.css',
        './site/styles/exercise.css',
        './site/styles/reference.css',
        './site/styles/media.css',
      ],
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
      // Exercises lie outside of srcDir.
      markdown: { processedDirs: ['./exercises'] },
    }),
    policy(),
    offline(),
  ],
});
