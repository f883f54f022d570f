/**
 * WebGPU in Node, for quick runs without a browser: Dawn (the optional package `webgpu`) on the software Vulkan that
 * lies beside Chromium, or on a GPU where the system has a driver for one.
 */

import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as torch from '../index.ts';

const softwareDrivers = [
  process.env.CHROME_PATH && join(dirname(process.env.CHROME_PATH), 'vk_swiftshader_icd.json'),
  '/usr/lib/chromium/vk_swiftshader_icd.json',
  '/opt/google/chrome/vk_swiftshader_icd.json',
];

/** Makes `torch.webgpu` ready. @throws Error that says what is missing */
export async function initDawn(): Promise<void> {
  const driver = softwareDrivers.find((path) => path && existsSync(path));
  if (driver) process.env.VK_ICD_FILENAMES ??= driver;
  // Vulkan's loader wants a folder for its sockets.
  process.env.XDG_RUNTIME_DIR ??= mkdtempSync(join(tmpdir(), 'dawn-'));
  const { create } = await import('webgpu').catch(() => {
    throw new Error("the optional package 'webgpu' is not installed here: npm install");
  });
  await torch.webgpu.init({ gpu: create([]) }).catch((error: Error) => {
    throw new Error(
      `Dawn finds no adapter. It needs Vulkan's loader (Debian: apt-get install libvulkan1) and a driver, or Chromium's (CHROME_PATH).\n${error.message}`,
    );
  });
}
