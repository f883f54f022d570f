/** What Astro reads as pages: Starlight's documents, and the exercises where they lie. */
import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  exercises: defineCollection({
    loader: glob({
      pattern: '*/*/exercise.mdx',
      base: './exercises',
      generateId: ({ entry }) => entry.replace(/\/exercise\.mdx$/, ''),
    }),
    schema: z.object({
      title: z.string(),
      kind: z.string(),
      difficulty: z.number(),
      teaches: z.string(),
      hints: z.array(z.string()).length(3),
      device: z.enum(['cpu', 'webgpu']).optional(),
    }),
  }),
};
