<?php
/**
 * Plugin Name: crosscheck before publishing
 * Description: Shows in the pre-publish panel what a post tells differently from its sources.
 * Version: 1.0
 * Requires at least: 6.6
 * License: MIT
 *
 * In wp-config.php:
 *     define( 'CROSSCHECK_URL', 'https://desk.example.org' );
 *     define( 'CROSSCHECK_TOKEN', 'ccd_...' );   // an API token of the role reader; it never reaches the browser
 */

defined( 'ABSPATH' ) || exit;

add_action( 'enqueue_block_editor_assets', function () {
	wp_enqueue_script(
		'crosscheck-panel',
		plugins_url( 'panel.js', __FILE__ ),
		array( 'wp-plugins', 'wp-editor', 'wp-element', 'wp-components', 'wp-data', 'wp-api-fetch', 'wp-html-entities' ),
		'1.0',
		true
	);
} );

// The panel posts {"articles": [...]} here; this only adds the token and passes it on.
add_action( 'rest_api_init', function () {
	register_rest_route( 'crosscheck/v1', '/check', array(
		'methods'             => 'POST',
		'permission_callback' => function () {
			return current_user_can( 'publish_posts' );
		},
		'callback'            => 'crosscheck_pass_on',
	) );
} );

/** Passes a check on to the desk and its answer back, with the status that the desk gave. */
function crosscheck_pass_on( WP_REST_Request $request ) {
	if ( ! defined( 'CROSSCHECK_URL' ) || ! defined( 'CROSSCHECK_TOKEN' ) ) {
		return new WP_Error( 'crosscheck_not_set_up', 'CROSSCHECK_URL and CROSSCHECK_TOKEN are not set.', array( 'status' => 500 ) );
	}
	$answer = wp_remote_post( untrailingslashit( CROSSCHECK_URL ) . '/api/v1/check', array(
		'timeout' => 60,
		'headers' => array(
			'Content-Type'  => 'application/json',
			'Authorization' => 'Bearer ' . CROSSCHECK_TOKEN,
		),
		'body'    => $request->get_body(),
	) );
	if ( is_wp_error( $answer ) ) {
		return new WP_Error( 'crosscheck_down', 'The desk does not answer.', array( 'status' => 502 ) );
	}
	return new WP_REST_Response(
		json_decode( wp_remote_retrieve_body( $answer ), true ),
		wp_remote_retrieve_response_code( $answer )
	);
}
