// The pre-publish panel: checks the post against the sources that it quotes, and lists what differs.
// Sources are the blocks of the kind "quote" or "preformatted" that carry the class "source": paste the wire copy there.
( function ( wp ) {
	const el = wp.element.createElement;
	const { useState } = wp.element;
	const Panel = wp.editor.PluginPrePublishPanel || wp.editPost.PluginPrePublishPanel;
	const SHAPES = { error: '■', warning: '◆', note: '○' };

	/** Text of a block's HTML, a paragraph a line. */
	function plain( markup ) {
		const page = new DOMParser().parseFromString( String( markup ).replace( /<br\s*\/?>|<\/(p|li|h\d)>/gi, '\n' ), 'text/html' );
		return page.body.textContent.split( '\n' ).map( ( line ) => line.trim() ).filter( Boolean ).join( '\n\n' );
	}

	const isSource = ( block ) => /(^|\s)source(\s|$)/.test( block.attributes.className || '' );

	function textOf( block ) {
		const own = plain( block.attributes.content || block.attributes.value || '' );
		return [ own, ...( block.innerBlocks || [] ).map( textOf ) ].filter( Boolean ).join( '\n\n' );
	}

	/** What the desk is asked: the post as the draft, each source block as a source. */
	function request( post, blocks ) {
		const body = blocks.filter( ( block ) => ! isSource( block ) ).map( textOf ).filter( Boolean ).join( '\n\n' );
		const draft = { path: `post-${ post.id }.txt`, text: `${ post.title }\n\n${ body }\n`, role: 'draft' };
		if ( post.date ) {
			draft.published = post.date;
		}
		const sources = blocks.filter( isSource ).map( ( block, number ) => ( {
			path: `source-${ number + 1 }.txt`,
			text: `${ textOf( block ) }\n`,
			role: 'source',
		} ) );
		return { articles: [ draft, ...sources ] };
	}

	/** The lines that the panel shows of a findings document. */
	function lines( findings ) {
		return findings.map( ( finding ) => ( { id: finding.id, text: `${ SHAPES[ finding.level ] } ${ finding.message }` } ) );
	}

	function Check() {
		const [ state, set ] = useState( { busy: false, said: '', findings: null } );
		async function check() {
			set( { busy: true, said: '', findings: null } );
			const editor = wp.data.select( 'core/editor' );
			const post = {
				id: editor.getCurrentPostId(),
				title: editor.getEditedPostAttribute( 'title' ),
				date: editor.getEditedPostAttribute( 'date_gmt' ),
			};
			const data = request( post, wp.data.select( 'core/block-editor' ).getBlocks() );
			try {
				const document = await wp.apiFetch( { path: '/crosscheck/v1/check', method: 'POST', data } );
				const said = document.findings ? '' : 'That is too much to be checked here; use the desk.';
				set( { busy: false, said, findings: document.findings || null } );
			} catch ( error ) {
				set( { busy: false, said: ( error.error && error.error.message ) || error.message, findings: null } );
			}
		}
		const found = state.findings && lines( state.findings );
		return el( wp.element.Fragment, {},
			el( wp.components.Button, { variant: 'secondary', onClick: check, isBusy: state.busy, disabled: state.busy }, 'Check against sources' ),
			state.said && el( 'p', { role: 'alert' }, state.said ),
			found && ! found.length && el( 'p', {}, 'Nothing that was understood contradicts the sources.' ),
			found && el( 'ul', {}, ...found.map( ( line ) => el( 'li', { key: line.id }, line.text ) ) )
		);
	}

	wp.plugins.registerPlugin( 'crosscheck-panel', {
		render: () => el( Panel, { title: 'Fact check', initialOpen: true }, el( Check ) ),
	} );
	wp.crosscheck = { request, lines };
} )( window.wp );
