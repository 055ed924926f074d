extension TemplateGuide {
    static let introduction = """
        # Templates

        What the site looks like is in two folders: `Templates/` has the HTML, `Public/` the style sheets, scripts and
        pictures. To change the look, copy both, change the copies, and name them: `sitegen build --templates … --public …`;
        `sitegen watch` shows every change in the open page. No Swift is needed.

        This page is written by `sitegen templates --markdown`. In the terminal, `sitegen templates` lists the pages, and
        `sitegen templates movie` shows what one of them can show. Values are those of the demo cinema.

        ## The language

        Templates are [Mustache](https://mustache.github.io/mustache.5.html), with parents and blocks.

        | Written as | Means |
        |---|---|
        | `{{title}}` | the text, with what means something in HTML escaped |
        | `{{{data}}}`, `{{&data}}` | the text as it is: only for what is HTML or JSON already, never for what somebody typed |
        | `{{#genres}}…{{/genres}}` | once for each of a list; inside, names are those of the element, then those around it |
        | `{{#poster}}…{{/poster}}` | if the object is there; inside, names are those of the object |
        | `{{#isSoldOut}}…{{/isSoldOut}}` | if the flag is set |
        | `{{#synopsis}}…{{/synopsis}}` | if the text is not empty |
        | `{{^genres}}…{{/genres}}` | if the list or text is empty, the object missing, the flag not set |
        | `{{.}}` | the text itself, in a list of texts or in a section of a text |
        | `{{theater.name}}` | a field of an object |
        | `{{words.movie.trailer}}` | a word of the table `Templates/words/`, its places filled by what has their names here: [words.md](words.md) |
        | `{{<words.checkout.total}}{{$amount}}…{{/amount}}{{/words.checkout.total}}` | a word, a place of it filled by a block |
        | `{{> parts/showing}}` | another template in this place: `Templates/parts/showing.mustache` |
        | `{{<layout}}{{$main}}…{{/main}}{{/layout}}` | another template, some of its blocks replaced |
        | `{{$main}}…{{/main}}` | a block: what stands there unless it is replaced |
        | `{{! … }}` | a comment, which is not in the page |

        A text that is not known is empty, so that a section can ask for it. Dates, times, lengths and amounts are texts that
        are ready to be shown; `startsAt` and `date` are for `datetime` attributes and scripts.

        ## When something is wrong

        A template is checked against what is listed below before anything is written. A mistake ends the build, the site
        stays as it was, and the message says where and what:

        ```
        Templates/movie.mustache:14:11: nothing here is called 'titel'; do you mean 'title'?
        ```

        | Message | Why |
        |---|---|
        | `nothing here is called 'titel'; do you mean 'title'?` | Neither this page nor what is around the tag has the name |
        | `there is no 'nam' in it; do you mean 'name'?` | The object before the dot has no such field |
        | `'showings' is a list and cannot be shown as text` | A list, object or flag needs a section |
        | `'title' has no fields, so '.length' cannot follow it` | Only objects have fields |
        | `'movies' is opened here but never closed` | `{{/movies}}` is missing |
        | `'cast' of line 3 must be closed before 'movie'` | Sections end in the order in which they are inside each other |
        | `this tag is never closed with '}}'` | |
        | `there is no template 'parts/shwoing'; do you mean 'parts/showing'?` | The name of a part or parent is misspelt |
        | `'layout' has no block 'mian'; do you mean 'main'?` | What fills a block that is not there would be shown nowhere |
        | `'parts/facts' contains itself` | Pages are finite |
        | `this stands inside 64 other tags` | Sections, blocks, parents and partials count, those of included templates too; close some before this one |

        """

    static let aboutParts = """
        Every page fills the blocks of `layout`. Parts are shown where a page, or another part, names them; they find the
        names of the place where they stand.
        """
}
