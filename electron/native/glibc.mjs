// Plain JavaScript: set-up looks before anything is built, with the oldest Node.
import { existsSync } from 'node:fs';

const LOADERS = ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1', '/lib64/ld-linux-aarch64.so.1'];

/** Whether this is a Linux with the C library that TensorFlow's wheels are made for. */
export const hasGlibc = () => process.platform === 'linux' && LOADERS.some((path) => existsSync(path));
