// Writes which packages an archive holds, under which licence: node eng/notices.mjs PROJECT.ASSETS.JSON FOLDER
// FOLDER gets packages.txt and, for a package that brings its licence as a file, that file. It stops with an error where a package states no licence
// or one whose text is not in docs/licenses.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [assetsPath, folder] = process.argv.slice(2);
const assets = JSON.parse(readFileSync(assetsPath, 'utf8'));
const roots = Object.keys(assets.packageFolders);
const shipped = new Set();
for (const target of Object.values(assets.targets)) {
    for (const [id, entry] of Object.entries(target)) {
        const files = [...Object.keys(entry.runtime ?? {}), ...Object.keys(entry.runtimeTargets ?? {}), ...Object.keys(entry.native ?? {})];
        if (entry.type === 'package' && files.some(file => !file.endsWith('_._'))) {
            shipped.add(id);
        }
    }
}

const field = (nuspec, name) => nuspec.match(new RegExp(`<${name}[^>]*>([^<]*)<`))?.[1].trim();
const lines = [];
mkdirSync(folder, { recursive: true });
for (const id of [...shipped].sort()) {
    const [name, version] = id.split('/');
    const place = roots.map(root => join(root, name.toLowerCase(), version)).find(existsSync);
    const nuspec = readFileSync(join(place, `${name.toLowerCase()}.nuspec`), 'utf8');
    const kind = nuspec.match(/<license type="(\w+)"/)?.[1];
    let licence = field(nuspec, 'license');
    if (kind === 'file') {
        const copy = `${name}.txt`;
        copyFileSync(join(place, licence), join(folder, copy));
        licence = `see ${copy}`;
    } else if (kind !== 'expression' || !existsSync(join('docs/licenses', `${licence}.txt`))) {
        console.error(`${id} states the licence "${licence ?? 'none'}", whose text is not in docs/licenses: put it there, or take another package.`);
        process.exit(1);
    } else {
        licence = `${licence}, see ${basename(licence)}.txt`;
    }

    lines.push(`${name} ${version}\n  ${field(nuspec, 'copyright') ?? field(nuspec, 'authors')}\n  ${licence}\n`);
}

lines.push('.NET 10 runtime, where the archive holds it\n  © .NET Foundation and Contributors\n  MIT, see MIT.txt\n');
writeFileSync(join(folder, 'packages.txt'), `The packages in this archive:\n\n${lines.join('\n')}`);
