import type { Vitest } from "vitest/node";
import { LAYERS, type Layer } from "./layers.ts";

export interface LayerCounts {
    readonly layer: Layer;
    passed: number;
    failed: number;
    /** Skipped, to do, or never run. */
    skipped: number;
}

/** Counts of a finished run per layer. */
export function countResults(vitest: Vitest, layers: readonly Layer[]): LayerCounts[] {
    const counts = LAYERS.filter((layer) => layers.includes(layer)).map((layer): LayerCounts => ({
        layer,
        passed: 0,
        failed: 0,
        skipped: 0,
    }));
    for (const module of vitest.state.getTestModules()) {
        const count = counts.find(({ layer }) => layer === module.project.name);
        if (!count) continue;
        for (const test of module.children.allTests()) {
            const { state } = test.result();
            if (state === "passed") count.passed++;
            else if (state === "failed") count.failed++;
            else count.skipped++;
        }
        // A file that does not load, or a hook that fails, has no failing test to show for it.
        const failedSuites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
        count.failed += failedSuites.length + (module.errors().length > 0 ? 1 : 0);
    }
    return counts;
}

/** The table that a person reads at the end; under a filter what it left out is not worth a word. */
export function formatCounts(counts: readonly LayerCounts[], withSkipped: boolean): string {
    const width = Math.max(...counts.map(({ layer }) => layer.length));
    return counts
        .map(({ layer, passed, failed, skipped }) => {
            const rest = withSkipped && skipped > 0 ? `, ${skipped} skipped` : "";
            return `  ${layer.padEnd(width)}  ${passed} passed, ${failed} failed${rest}`;
        })
        .join("\n");
}
