namespace Sensorium.Lab.Evaluation;

/// <summary>How a report's page looks: calm, light and dark, from a phone's width up. Series colours differ in lightness as well as hue.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css =
        """
        :root { --page: #fcfcfb; --ink: #1b1c1e; --soft: #5d6066; --line: #d9dade; --rule: #e9eaec; --accent: #1f5fa8; --paper: #fff;
          --c0: #1f5fa8; --c1: #c2570c; --c2: #0a7d62; --c3: #8a3ea8; --c4: #946a00; --c5: #b3264f; --hot: 31 95 168; }
        @media (prefers-color-scheme: dark) { :root { --page: #15171a; --ink: #e8e9eb; --soft: #a3a7ae; --line: #3a3e45; --rule: #2a2d33;
          --accent: #8bbdf5; --paper: #1b1e22; --c0: #8bbdf5; --c1: #f5a066; --c2: #5fd0b0; --c3: #d79bf0; --c4: #e2c15a; --c5: #f58fab; --hot: 96 165 235; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 1rem; text-wrap: balance; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
        p { max-width: 46rem; margin: .6rem 0; }
        a { color: var(--accent); }
        a:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        code { font: .875em ui-monospace, "SF Mono", Consolas, monospace; background: var(--rule); border-radius: 4px; padding: .1em .35em; }
        nav ul { list-style: none; margin: 1rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; font-size: .925rem; }
        caption { text-align: left; color: var(--soft); padding-bottom: .35rem; white-space: nowrap; }
        th, td { text-align: left; padding: .38rem .9rem .38rem 0; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: normal; }
        td:last-child:not(.n) { min-width: 10rem; }
        thead th { color: var(--soft); font-weight: 500; border-bottom-color: var(--line); vertical-align: bottom; }
        tbody th { font-weight: 600; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        .n span { white-space: nowrap; }
        .n .range { color: var(--soft); }
        .reference th, .reference td { color: var(--soft); font-weight: 400; }
        figure { margin: 1.25rem 0; max-width: 36rem; }
        figcaption { font-size: .925rem; color: var(--soft); }
        figcaption strong { color: var(--ink); display: block; }
        summary { cursor: pointer; color: var(--accent); font-size: .925rem; width: fit-content; }
        svg { display: block; width: 100%; height: auto; margin: .5rem 0; }
        svg text { fill: var(--ink); font-size: 10px; font-family: inherit; }
        svg .soft { fill: var(--soft); }
        svg .grid { stroke: var(--rule); stroke-width: 1; }
        svg .axis { stroke: var(--line); stroke-width: 1; }
        svg .guide { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 3 3; fill: none; }
        svg .cell { fill: rgb(var(--hot)); }
        svg .empty { fill: none; stroke: var(--rule); }
        svg .bar { fill: var(--c0); }
        svg .count { fill: var(--soft); opacity: .55; }
        svg .tiny { font-size: 7.5px; }
        svg .on { fill: var(--paper); }
        .legend { list-style: none; margin: .25rem 0 .75rem; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; font-size: .875rem; }
        .legend svg { display: inline-block; width: 28px; height: 12px; margin: 0 .4rem 0 0; vertical-align: baseline; }
        @media print { nav, summary { display: none; } details > *:not(summary) { display: block; } }
        @media (max-width: 34rem) { body { font-size: 15px; } h1 { font-size: 1.35rem; } table { font-size: .875rem; } }

        """;
}
