package dev.batchwright.processor.page;

/** How pages look, on a light and on a dark screen and on paper. Has no character that XML would take for markup. */
final class PageStyle {

    /** Of the drawing, which so stays as it is when it is taken out of the page. */
    static final String GRAPH = """

            svg { --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --band: #f6f7f9; --other: #eceff3; --line: #8a939e;
              --source: #ddf4e4; --row: #ffffff; --batch: #dcecfb; --barrier: #fdebc8; --sink: #f3e0f7;
              font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
            @media (prefers-color-scheme: dark) { svg { --ink: #e8ebef; --soft: #a9b2bd; --paper: #14171b; --band: #1b1f25;
              --other: #232830; --line: #75808d; --source: #173d27; --row: #14171b; --batch: #16344f; --barrier: #4a3510;
              --sink: #45204d; } }
            @media print { svg { --ink: #000000; --soft: #333333; --paper: #ffffff; --band: #ffffff; --other: #f2f2f2;
              --line: #666666; --source: #ffffff; --row: #ffffff; --batch: #ffffff; --barrier: #ffffff; --sink: #ffffff; } }
            .band { fill: var(--band); } .band.other { fill: var(--other); }
            .divider { fill: none; stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 1 4; stroke-linecap: round; }
            .divider.waits { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 9 5; stroke-linecap: butt; }
            .node rect, .node polygon { stroke: var(--ink); stroke-width: 1.3; stroke-linejoin: round; fill: var(--row); }
            .node.source rect { fill: var(--source); } .node.batch rect { fill: var(--batch); }
            .node.barrier polygon { fill: var(--barrier); } .node.sink polygon { fill: var(--sink); }
            .edge { fill: none; stroke: var(--line); stroke-width: 1.8; } .head { fill: var(--line); }
            .stem { stroke: var(--line); stroke-width: 1.8; }
            .tag rect { fill: var(--paper); stroke: var(--line); stroke-width: 1; stroke-dasharray: 3 3; }
            .tag.kept rect { stroke: var(--ink); stroke-width: 2.6; stroke-dasharray: none; }
            .graph text { fill: var(--ink); font-size: 12px; text-anchor: middle; }
            .graph .name { font-size: 14px; font-weight: 700; } .graph .detail { fill: var(--soft); }
            .graph .side { font-size: 10px; fill: var(--soft); }
            .graph .stage { font-size: 13px; font-weight: 700; text-anchor: start; }
            .graph .divides { font-size: 11px; fill: var(--soft); text-anchor: start; }
            .graph a:hover rect, .graph a:hover polygon, .graph a:focus rect, .graph a:focus polygon { stroke-width: 3; }
            """;

    /** Of the page around it. */
    static final String PAGE = """

            :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --panel: #f6f7f9; --line: #d0d7de;
              --link: #0757b0; --hit: #fff4cf; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e8ebef; --soft: #a9b2bd; --paper: #14171b; --panel: #1b1f25;
              --line: #3a424c; --link: #7ab7ff; --hit: #3d3412; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; max-width: 82rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
              font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
            h1 { margin: 0; font-size: 2rem; line-height: 1.2; overflow-wrap: anywhere; }
            h2 { margin: 2.5rem 0 .75rem; font-size: 1.35rem; }
            h3 { margin: 2rem 0 .25rem; font-size: 1.05rem; overflow-wrap: anywhere; }
            p { max-width: 50rem; } .lead { margin: .4rem 0; font-size: 1.1rem; }
            .facts, .soft { color: var(--soft); } .facts { margin: .25rem 0; }
            a { color: var(--link); } nav a { margin-right: 1rem; }
            code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em;
              overflow-wrap: anywhere; }
            .scroll { overflow-x: auto; } figure { margin: 1rem 0; border: 1px solid var(--line); border-radius: 6px; }
            figure svg { display: block; width: 100%; height: auto; margin: 0 auto; }
            .legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .35rem 1.25rem; margin: 1rem 0;
              padding: 0; list-style: none; }
            .legend li { display: flex; gap: .75rem; align-items: center; } .legend svg { flex: none; }
            table { width: 100%; border-collapse: collapse; font-size: .92rem; }
            th, td { padding: .5rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            thead th { background: var(--panel); white-space: nowrap; } tbody th { font-weight: 600; }
            td p, th p { margin: .15rem 0 0; font-weight: 400; }
            td ul { margin: 0; padding: 0; list-style: none; } td li { white-space: nowrap; } tr:target, h3:target { background: var(--hit); }
            footer { margin-top: 3rem; color: var(--soft); font-size: .9rem; }
            @media print { body { max-width: none; padding: 0; font-size: 9pt; } nav { display: none; } figure, tr { break-inside: avoid; }
              .scroll { overflow: visible; } figure svg { min-width: 0 !important; } h2, h3 { break-after: avoid; } }
            """;

    private PageStyle() {}
}
