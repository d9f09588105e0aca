export function bundleBrowserFiles(root: string): Promise<{ name: string; text: string }[]>;
